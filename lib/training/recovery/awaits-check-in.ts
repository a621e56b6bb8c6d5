/** From then on the day is nearly over. */
export const EVENING_HOUR = 20;
/** Who looks earlier, and without a night, has not been to bed. */
const MORNING_HOUR = 4;

/** What has come of a day so far. */
export type DaySoFar = {
  /** Any training or night, of whatever day. */
  readonly hasData: boolean;
  readonly hasCheckIn: boolean;
  /** Waved off for the day. */
  readonly isCheckInSkipped: boolean;
  readonly hasTrained: boolean;
  /** Whether the night before the day has been measured. */
  readonly hasSlept: boolean;
  /** On the athlete's clock, 0-23. */
  readonly hour: number;
};

/**
 * Whether the questions come before the day's score, so that the number does not anchor the
 * answers. Trained already, or in the evening, a felt morning cannot be asked for any more; past
 * midnight and not slept yet, it is no morning.
 */
export function awaitsCheckIn(day: DaySoFar): boolean {
  if (!day.hasData || day.hasCheckIn || day.isCheckInSkipped) return false;
  const isUnderWay = day.hasTrained || day.hour >= EVENING_HOUR;
  const isNightAhead = day.hour < MORNING_HOUR && !day.hasSlept;
  return !isUnderWay && !isNightAhead;
}
