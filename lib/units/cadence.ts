import type { Sport } from "@/lib/training/activity/sports";

const ON_FOOT: ReadonlySet<Sport> = new Set(["running", "walking", "hiking"]);

export function isOnFoot(sport: Sport): boolean {
  return ON_FOOT.has(sport);
}

/** Turns of the pedals, or what the sport counts instead. */
export function cadenceUnit(sport: Sport): string {
  if (isOnFoot(sport)) return "spm";
  return sport === "cycling" ? "rpm" : "/min";
}

/** Devices count one foot; people on foot count both. */
export function cadenceFactor(sport: Sport): number {
  return isOnFoot(sport) ? 2 : 1;
}
