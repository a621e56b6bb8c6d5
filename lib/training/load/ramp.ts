/**
 * How fast fitness rises: points a week.
 * PMC-0: CTL today - CTL seven days ago.
 * Reference: science.md 5; GoldenCheetah marks above 8 and below -4, common guidance is 3 to 7 (convention).
 * Valid: from the eighth day on; null before.
 */
const WEEK_DAYS = 7;

export function ramp(ctl: ArrayLike<number>, index: number): number | null {
  const before = ctl[index - WEEK_DAYS];
  const now = ctl[index];
  return now === undefined || before === undefined ? null : now - before;
}
