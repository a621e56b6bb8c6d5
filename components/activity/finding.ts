import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { TimeInZone } from "@/lib/training/activity/activity-types";

type Facts = Pick<ActivityDetail, "metrics" | "timeInZone" | "timerS">;

/** With less than this share of the time on record, a mean speaks for too little to be a finding. */
const MIN_COVERAGE = 0.6;

/** What the streams say, in a sentence or two; null when there is nothing to say. */
export function activityFinding({ metrics, timeInZone, timerS }: Facts): string | null {
  const { avgPower, avgHeartRate } = metrics;
  const sentences = [
    sentence("Power", avgPower?.value ?? null, "W", timeInZone.power, timerS),
    sentence("Heart rate", avgHeartRate?.value ?? null, "bpm", timeInZone.heartRate, timerS),
  ].filter((text) => text !== null);
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** Share of the timer's time that has a zone; null without zones. */
export function zoneCoverage(zones: TimeInZone, timerS: number): number | null {
  const seconds = zones.seconds.reduce((sum, one) => sum + one, 0);
  return timerS > 0 ? Math.min(1, seconds / timerS) : null;
}

function sentence(
  what: string,
  mean: number | null,
  unit: string,
  zones: TimeInZone | undefined,
  timerS: number,
): string | null {
  if (mean === null) return null;
  if (zones === undefined) return `${what} averaged ${Math.round(mean)} ${unit}.`;
  if ((zoneCoverage(zones, timerS) ?? 0) < MIN_COVERAGE) return null;
  const main = mainZone(zones);
  return `${what} averaged ${Math.round(mean)} ${unit}, ${main.percent} % of the time in zone ${main.zone}.`;
}

function mainZone({ seconds }: TimeInZone): { zone: number; percent: number } {
  const total = seconds.reduce((sum, one) => sum + one, 0);
  const most = Math.max(...seconds);
  return { zone: seconds.indexOf(most) + 1, percent: Math.round((most / total) * 100) };
}
