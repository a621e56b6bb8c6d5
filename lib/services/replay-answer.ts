import type { Morning } from "@/db/queries/morning-on";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { Recommendation } from "@/lib/training/plan/workout-types";
import { readinessDecision } from "@/lib/training/recovery/readiness-decision";
import { recoveryScore } from "@/lib/training/recovery/recovery-score";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";
import { type Difference, differencesOf } from "./differences-of";
import type { MorningReceiptInputs } from "./morning-answer";

/** What was answered then, and what the rules of now say to the same inputs. */
export type Replayed<Answer> = {
  readonly kept: Answer;
  /** Null when today's rules cannot read what was kept then. */
  readonly now: Answer | null;
  /** Empty when both are the same, bit for bit. */
  readonly differences: readonly Difference[];
};

export type Replay = {
  readonly recovery: Replayed<RecoveryScore>;
  readonly decision: Replayed<ReadinessDecision>;
  readonly recommendation: Replayed<Recommendation>;
  /** The athlete has answered the workout: since then nothing changes it. */
  readonly isAnswered: boolean;
};

type Answered = Pick<Morning, "recovery" | "decision" | "recommendation" | "inputs" | "response">;

/** Runs today's rules on the inputs that an answer was made from. */
export function replayAnswer(stored: Answered): Replay {
  const inputs = stored.inputs as MorningReceiptInputs;
  const recovery = attempt(() => recoveryScore(inputs.recovery));
  const decision = attempt(() => readinessDecision(inputs.readiness));
  const recommendation =
    recovery &&
    decision &&
    attempt(() => recommendWorkout({ ...inputs.workout, recovery, decision }));
  return {
    recovery: replayed(stored.recovery, recovery),
    decision: replayed(stored.decision, decision),
    recommendation: replayed(stored.recommendation, recommendation),
    isAnswered: stored.response !== null,
  };
}

function replayed<Answer>(kept: Answer, now: Answer | null): Replayed<Answer> {
  return { kept, now, differences: now === null ? [] : differencesOf(kept, now) };
}

/** Inputs that an older version kept may lack what the rules of now ask for. */
function attempt<Answer>(run: () => Answer): Answer | null {
  try {
    return run();
  } catch {
    return null;
  }
}
