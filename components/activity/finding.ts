import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { TimeInZone } from "@/lib/training/activity/activity-types";

/** What the streams say, in a sentence or two; null when there is nothing to say. */
export function activityFinding({ metrics, timeInZone }: ActivityDetail): string | null {
  const sentences = [
    sentence("Power", metrics.avgPower?.value ?? null, "W", timeInZone.power),
    sentence("Heart rate", metrics.avgHeartRate?.value ?? null, "bpm", timeInZone.heartRate),
  ].filter((text) => text !== null);
  return sentences.length === 0 ? null : sentences.join(" ");
}

function sentence(
  what: string,
  mean: number | null,
  unit: string,
  zones: TimeInZone | undefined,
): string | null {
  if (mean === null) return null;
  const main = zones === undefined ? null : mainZone(zones);
  const share = main === null ? "" : `, ${main.percent} % of the time in zone ${main.zone}`;
  return `${what} averaged ${Math.round(mean)} ${unit}${share}.`;
}

function mainZone({ seconds }: TimeInZone): { zone: number; percent: number } | null {
  const total = seconds.reduce((sum, one) => sum + one, 0);
  if (total === 0) return null;
  const most = Math.max(...seconds);
  return { zone: seconds.indexOf(most) + 1, percent: Math.round((most / total) * 100) };
}
