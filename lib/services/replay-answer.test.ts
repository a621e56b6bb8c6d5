import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Morning } from "@/db/queries/morning-on";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import { readinessDecision } from "@/lib/training/recovery/readiness-decision";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import { type RecoveryInput, recoveryScore } from "@/lib/training/recovery/recovery-score";
import { anyAthlete } from "@/tests/support/any-athlete";
import { anyReadiness, FRESH } from "@/tests/support/any-readiness";
import { anyRecovery, GOOD_NIGHT } from "@/tests/support/any-recovery";
import { TRAINED } from "@/tests/support/trained-athlete";
import { replayAnswer } from "./replay-answer";

/** As the database gives it back: jsonb keeps numbers exactly, and neither order nor undefined. */
function stored(
  recoveryInput: RecoveryInput,
  readiness: ReadinessInput,
  athlete: RecommendationInput,
): Morning {
  const recovery = recoveryScore(recoveryInput);
  const decision = readinessDecision(readiness);
  const workout = { ...athlete, decision, recovery };
  const answer = { recovery, decision, recommendation: recommendWorkout(workout) };
  const inputs = { recovery: recoveryInput, readiness, workout };
  return JSON.parse(JSON.stringify({ ...answer, inputs, response: null }));
}

describe("replayAnswer", () => {
  it("is the same bit for bit, whatever the morning", () => {
    fc.assert(
      fc.property(anyRecovery, anyReadiness, anyAthlete, (recovery, readiness, athlete) => {
        const replay = replayAnswer(stored(recovery, readiness, athlete));
        for (const part of [replay.recovery, replay.decision, replay.recommendation]) {
          expect(part.now).not.toBeNull();
          expect(part.differences).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("names where an answer of then differs, in the last bit too", () => {
    const morning = stored(GOOD_NIGHT, FRESH, TRAINED);
    const score = (morning.recovery.score ?? 0) + 1e-13;
    const recovery = { ...morning.recovery, score, formula: "REC-1@0" };
    const replay = replayAnswer({ ...morning, recovery });
    expect(replay.recovery.differences.map(({ at }) => at)).toEqual(["score", "formula"]);
    expect(replay.recovery.differences[1]).toMatchObject({ kept: '"REC-1@0"' });
    expect(replay.decision.differences).toEqual([]);
  });

  it("lets a changed decision of now change the workout of now", () => {
    const morning = stored(GOOD_NIGHT, { ...FRESH, sleepS: 6 * 3600, restingHrBpm: 54 }, TRAINED);
    const inputs = { ...morning.inputs, readiness: FRESH };
    const replay = replayAnswer({ ...morning, inputs });
    expect(replay.decision.kept.decision).toBe("ease");
    expect(replay.decision.now?.decision).toBe("go");
    expect(replay.recommendation.now?.workout).toEqual(replay.recommendation.kept.original);
  });

  it("says that rules of now cannot read what was kept, instead of failing", () => {
    const replay = replayAnswer({ ...stored(GOOD_NIGHT, FRESH, TRAINED), inputs: {} });
    expect(replay.recovery.now).toBeNull();
    expect(replay.recommendation.now).toBeNull();
  });
});
