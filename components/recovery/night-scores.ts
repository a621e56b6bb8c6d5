import { wallClockAt } from "@/lib/dates/zoned-time";
import { sleepScore } from "@/lib/training/recovery/sleep-score";

export type ScorableNight = {
  readonly sleepS: number | null;
  readonly deepSleepS: number | null;
  readonly remSleepS: number | null;
  readonly awakeS: number | null;
  readonly sleepStartAt: Date | null;
};

/**
 * Our sleep score of each night (SLP-OW), 0-100; null where the sleep's length is unknown.
 * Nights ascend by day; a bedtime is compared with those of the nights before it.
 */
export function nightScores(
  nights: readonly (ScorableNight | null)[],
  timeZone: string,
): (number | null)[] {
  const bedtimes: number[] = [];
  return nights.map((night) => {
    if (night === null) return null;
    const bedtimeHour = night.sleepStartAt && hoursPastNoon(night.sleepStartAt, timeZone);
    const { score } = sleepScore({
      ...night,
      // No source that is read today counts awakenings.
      awakenings: null,
      bedtimeHour,
      previousBedtimeHours: [...bedtimes],
    });
    if (bedtimeHour !== null) bedtimes.push(bedtimeHour);
    return score;
  });
}

function hoursPastNoon(instant: Date, timeZone: string): number {
  const { hour, minute } = wallClockAt(instant, timeZone);
  return (hour + 12 + minute / 60) % 24;
}
