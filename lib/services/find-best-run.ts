import "server-only";
import { raceEfforts } from "@/db/queries/race-efforts";
import { type TopEffort, topEfforts } from "@/db/queries/top-efforts";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { vdot } from "@/lib/training/race/vdot";

const WINDOW_DAYS = 180;

export type BestRun = TopEffort & {
  readonly vdot: number;
  /** On a day that the athlete marked as a race. */
  readonly isRace: boolean;
};

/** The effort of the last half year that stands for the most, whatever its distance; null without one. */
export async function findBestRun(tx: AthleteTx, day: LocalDate): Promise<BestRun | null> {
  const from = addDays(day, -WINDOW_DAYS);
  const efforts = await topEfforts(tx, { sport: "running", from, to: day, places: 1 });
  let best: (TopEffort & { vdot: number }) | null = null;
  for (const effort of efforts) {
    const value = vdot(effort.distanceM, effort.durationS);
    if (value !== null && value > (best?.vdot ?? 0)) best = { ...effort, vdot: value };
  }
  if (best === null) return null;
  const races = await raceEfforts(tx, day);
  const { activityId } = best;
  return { ...best, isRace: races.some((race) => race.activityId === activityId) };
}
