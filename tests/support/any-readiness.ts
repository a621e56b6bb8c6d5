import fc from "fast-check";
import {
  type CheckInAnswers,
  type ReadinessInput,
  TRAINING_PHASES,
} from "@/lib/training/recovery/readiness-signals";

export const FINE: CheckInAnswers = {
  readiness: 4,
  soreness: 4,
  mood: 4,
  stress: 4,
  hasSymptoms: false,
};

/** A morning on which every signal is green. */
export const FRESH: ReadinessInput = {
  hrvMs: 60,
  hrvMeanMs: 60,
  restingHrBpm: 50,
  restingHrMeanBpm: 50,
  sleepS: 8 * 3600,
  tsb: 2,
  startOfDayAcwr: 1,
  yesterdayRecoveryIndex: 1,
  checkIn: FINE,
  phase: "base",
};

const answer = fc.integer({ min: 1, max: 5 });
const week = (least: number, most: number) => {
  const value = fc.double({ min: least, max: most, noNaN: true });
  return fc.option(fc.record({ week: value, limit: value }));
};
/** What only some mornings have. */
const sometimes = {
  fitness: fc.double({ min: 1, max: 120, noNaN: true }),
  loadAfterBreak: fc.double({ min: 0, max: 3, noNaN: true }),
  lasting: fc.record({ hrv: week(30, 90), restingHr: week(40, 65), feel: week(1, 5) }),
};
const always = {
  hrvMs: fc.option(fc.integer({ min: 30, max: 90 })),
  hrvMeanMs: fc.option(fc.integer({ min: 50, max: 70 })),
  restingHrBpm: fc.option(fc.integer({ min: 42, max: 62 })),
  restingHrMeanBpm: fc.option(fc.integer({ min: 45, max: 55 })),
  sleepS: fc.option(fc.integer({ min: 3 * 3600, max: 10 * 3600 })),
  tsb: fc.option(fc.integer({ min: -45, max: 25 })),
  startOfDayAcwr: fc.option(fc.double({ min: 0.4, max: 2, noNaN: true })),
  yesterdayRecoveryIndex: fc.option(fc.double({ min: 0.5, max: 1.2, noNaN: true })),
  checkIn: fc.option(
    fc.record({
      readiness: answer,
      soreness: answer,
      mood: answer,
      stress: answer,
      hasSymptoms: fc.boolean(),
    }),
  ),
  phase: fc.constantFrom(...TRAINING_PHASES),
};
/** Any morning, whatever of it is known. */
export const anyReadiness: fc.Arbitrary<ReadinessInput> = fc.record(
  { ...always, ...sometimes },
  { requiredKeys: Object.keys(always) as (keyof typeof always)[] },
);
