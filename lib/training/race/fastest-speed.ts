/**
 * The mean speed that nobody has kept up for that long: above it, it was the device.
 * LIMIT-1: world bests as mean speeds, rounded up, joined by straight lines over the logarithm of time.
 * Reference: world bests of 100 m to 24 h on foot and of 50 to 1500 m in the water; rounding is a convention.
 * Valid: running and swimming; other sports have no limit here.
 */
type Limit = readonly [durationS: number, speedMps: number];

const LIMITS: Readonly<Partial<Record<string, readonly Limit[]>>> = {
  running: [
    [1, 12.5],
    [10, 12.2],
    [20, 10.7],
    [43, 9.4],
    [101, 8],
    [206, 7.35],
    [755, 6.7],
    [1571, 6.4],
    [3402, 6.25],
    [7235, 5.87],
    [21_900, 4.6],
    [86_400, 3.75],
  ],
  swimming: [
    [1, 2.6],
    [20, 2.6],
    [45, 2.3],
    [99, 2.1],
    [212, 1.95],
    [440, 1.87],
    [847, 1.82],
    [3600, 1.7],
    [86_400, 1.3],
  ],
};

/** m/s; infinite for a sport without a limit. */
export function fastestSpeed(sport: string, durationS: number): number {
  const limits = LIMITS[sport];
  const first = limits?.[0];
  const last = limits?.at(-1);
  if (!limits || !first || !last) return Number.POSITIVE_INFINITY;
  if (durationS <= first[0]) return first[1];
  if (durationS >= last[0]) return last[1];
  const next = limits.findIndex(([limitS]) => limitS >= durationS);
  const [fromS, fromMps] = limits[next - 1] as Limit;
  const [toS, toMps] = limits[next] as Limit;
  const share = Math.log(durationS / fromS) / Math.log(toS / fromS);
  return fromMps + share * (toMps - fromMps);
}
