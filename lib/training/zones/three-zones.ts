/**
 * Time in many zones as time in three: easy, moderate, hard.
 * ZONE-3: zones 1 and 2 / zone 3 / zone 4 and above.
 * Reference: Seiler & Kjerland (2006) for the three; which zones they hold as in science.md 19.
 * Valid: the zones of heart rate, power and pace here, whose third begins near the first threshold.
 */
const EASY_ZONES = 2;
const MODERATE_ZONES = 3;

/** @param seconds in zone 1 … n. */
export function threeZones(seconds: readonly number[]): [number, number, number] {
  const sum = (from: number, to: number) =>
    seconds.slice(from, to).reduce((total, value) => total + value, 0);
  return [sum(0, EASY_ZONES), sum(EASY_ZONES, MODERATE_ZONES), sum(MODERATE_ZONES, seconds.length)];
}
