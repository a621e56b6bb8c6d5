import { awaitsCheckIn, type DaySoFar } from "@/lib/training/recovery/awaits-check-in";

/**
 * empty: nothing to speak of. check-in: the questions come before the score, so that the
 * number does not anchor the answers. waiting: the day's answer is not made yet.
 */
export type TodayPhase = "empty" | "check-in" | "waiting" | "answer";

export function todayPhase(day: DaySoFar & { readonly hasMorning: boolean }): TodayPhase {
  if (!day.hasData) return "empty";
  if (awaitsCheckIn(day)) return "check-in";
  return day.hasMorning ? "answer" : "waiting";
}
