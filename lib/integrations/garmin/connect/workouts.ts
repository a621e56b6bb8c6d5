import "server-only";
import { z } from "zod";
import type { LocalDate } from "@/lib/dates/local-date";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import { SourceError, type SourceSession } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import type { ConnectQuestion } from "./connect-client";
import { isSameWorkout } from "./same-workout";
import { workoutJson } from "./workout-json";

type Asking = {
  readonly vendor: { readonly provider: Provider; readonly name: string };
  /** Garmin's JSON; null for nothing. Throws `SourceError`. */
  ask(question: ConnectQuestion): Promise<unknown>;
};

const id = z
  .union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)])
  .transform((value) => String(value));
const created = z.object({ workoutId: id });
const scheduled = z.object({ workoutScheduleId: id });
const calendar = z.object({
  calendarItems: z.array(z.unknown()).nullish().catch(null),
});
const item = z.object({
  id,
  itemType: z.literal("workout"),
  workoutId: id,
  date: z.string(),
});

/** Workouts of the athlete's own library at Garmin, and the days that they are put on. */
export function connectWorkouts({
  vendor,
  ask,
}: Asking): Required<Pick<SourceSession, "uploadWorkout" | "scheduleWorkout">> {
  const remove = (workoutId: string) =>
    ask({ path: `/workout-service/workout/${workoutId}`, method: "DELETE" });

  const store = async (json: unknown, replaces: string | null): Promise<string> => {
    if (replaces !== null) {
      const path = `/workout-service/workout/${checkedId(vendor.provider, replaces)}`;
      const body = { ...(json as object), workoutId: Number(replaces) };
      // The athlete may have deleted it there: then it is a new one.
      const isThere = await ask({ path, method: "PUT", body }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof SourceError && error.failure === "not_found") return false;
          throw error;
        },
      );
      if (isThere) return replaces;
    }
    const answer = await ask({ path: "/workout-service/workout", method: "POST", body: json });
    const parsed = created.safeParse(answer);
    if (!parsed.success) throw misunderstood(vendor);
    return parsed.data.workoutId;
  };

  const entryOn = async (workoutId: string, day: LocalDate): Promise<string | null> => {
    // Months are counted from 0.
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
    const answer = await ask({ path: `/calendar-service/year/${year}/month/${month}` });
    if (answer === null) return null;
    const parsed = calendar.safeParse(answer);
    if (!parsed.success) throw misunderstood(vendor);
    const entry = (parsed.data.calendarItems ?? [])
      .flatMap((one) => item.safeParse(one).data ?? [])
      .find((one) => one.workoutId === workoutId && one.date === day);
    return entry?.id ?? null;
  };

  return {
    async uploadWorkout(workout, replaces) {
      const json = workoutJson(workout);
      if (json === null) {
        throw new SourceError(
          vendor.provider,
          "refused",
          "Garmin takes workouts for running, cycling, swimming and strength only.",
        );
      }
      const workoutId = await store(json, replaces);
      const stored = await ask({ path: `/workout-service/workout/${workoutId}` });
      if (isSameWorkout(json, stored)) return workoutId;
      // Better none on the watch than another one.
      await remove(workoutId);
      throw misunderstood(vendor);
    },

    async scheduleWorkout(workoutId, day) {
      checkedId(vendor.provider, workoutId);
      // A second request would make a second entry.
      const before = await entryOn(workoutId, day);
      if (before !== null) return before;
      const path = `/workout-service/schedule/${workoutId}`;
      const answer = await ask({ path, method: "POST", body: { date: day } });
      const parsed = scheduled.safeParse(answer);
      const entry = parsed.success ? parsed.data.workoutScheduleId : await entryOn(workoutId, day);
      if (entry === null) throw misunderstood(vendor);
      return entry;
    },
  };
}

/** Goes into a path. */
function checkedId(provider: Provider, text: string): string {
  if (/^\d{1,20}$/.test(text)) return text;
  throw new SourceError(provider, "refused", "This is no id of a workout at Garmin.");
}
