import fc from "fast-check";
import type { RecoveryInput } from "@/lib/training/recovery/recovery-score";

const value = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }));
const baseline = (min: number, max: number) =>
  fc.record({ mean: value(min, max), days: fc.integer({ min: 0, max: 7 }) });

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
