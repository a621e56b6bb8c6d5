import fc from "fast-check";
import type { RecoveryInput } from "@/lib/training/recovery/recovery-score";

const value = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }));
const baseline = (min: number, max: number) =>
  fc.record({ mean: value(min, max), days: fc.integer({ min: 0, max: 7 }) });

/** A good night of whom all is known. */
export const GOOD_NIGHT: RecoveryInput = {
  hrvMs: 60,
  hrvBaseline: { mean: 58, days: 7 },
  restingHrBpm: 50,
  restingHrBaseline: { mean: 51, days: 7 },
  sleepS: 27_000,
  sleepQuality: 80,
  stressAvg: 25,
  startOfDayAcwr: 1.1,
};

export const anyRecovery: fc.Arbitrary<RecoveryInput> = fc.record({
  hrvMs: value(20, 120),
  hrvBaseline: baseline(20, 120),
  restingHrBpm: value(35, 80),
  restingHrBaseline: baseline(35, 80),
  sleepS: value(0, 43_200),
  sleepQuality: value(0, 100),
  stressAvg: value(-2, 100),
  startOfDayAcwr: value(0, 3),
});
