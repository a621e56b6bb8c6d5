/**
 * How a session went against what was to be expected of it: worse, as expected, or better.
 * TRK-EXE: completion, mean output against the plan's, effort felt, efficiency and decoupling against the
 * athlete's own usual; each says -1, 0 or +1, and their sum decides.
 * Reference: none, a rule of this product; the limits are conventions.
 * Valid: sessions of which one or more of the five is known; else null.
 */
export const EXECUTION_LIMITS = {
  /** Share of the planned time. */
  completion: 0.8,
  /** Mean power or speed as a share of the plan's. */
  target: { worse: 0.95, better: 1.05 },
  /** CR10 points more or less than expected. */
  rpe: 2,
  /** Output per heart beat as a share of the athlete's usual. */
  efficiency: { worse: 0.95, better: 1.05 },
  /** Percentage points above or below the athlete's usual. */
  decoupling: 4,
} as const;

export type ExecutionVerdict = "worse" | "expected" | "better";
export type ExecutionSignalName = "completion" | "target" | "rpe" | "efficiency" | "decoupling";

/** A value and what it is held against; null where one of the two is missing. */
export type Held = { readonly value: number; readonly against: number } | null;

export type SessionMeasures = {
  /** Timer seconds done and planned; null without a plan. */
  readonly completion: Held;
  /** Mean W or m/s over the session, and over the plan. */
  readonly target: Held;
  /** CR10 felt, and expected. */
  readonly rpe: Held;
  readonly efficiency: Held;
  /** Percent. */
  readonly decoupling: Held;
};

export type ExecutionSignal = {
  readonly name: ExecutionSignalName;
  readonly value: number;
  readonly against: number;
  readonly verdict: ExecutionVerdict;
};

export type SessionExecution = {
  readonly verdict: ExecutionVerdict | null;
  readonly signals: readonly ExecutionSignal[];
};

export function sessionExecution(measures: SessionMeasures): SessionExecution {
  const { completion, target, rpe, efficiency, decoupling } = measures;
  const signals = [
    judged("completion", completion, (value, against) =>
      value < EXECUTION_LIMITS.completion * against ? "worse" : "expected",
    ),
    judged("target", target, (value, against) => byShare(value / against, EXECUTION_LIMITS.target)),
    judged("rpe", rpe, (value, against) => byDistance(value - against, EXECUTION_LIMITS.rpe)),
    judged("efficiency", efficiency, (value, against) =>
      byShare(value / against, EXECUTION_LIMITS.efficiency),
    ),
    judged("decoupling", decoupling, (value, against) =>
      byDistance(value - against, EXECUTION_LIMITS.decoupling),
    ),
  ].filter((signal) => signal !== null);
  if (signals.length === 0) return { verdict: null, signals };
  const sum = signals.reduce((total, { verdict }) => total + POINTS[verdict], 0);
  return { verdict: sum < 0 ? "worse" : sum > 0 ? "better" : "expected", signals };
}

export const POINTS: Record<ExecutionVerdict, number> = { worse: -1, expected: 0, better: 1 };

function judged(
  name: ExecutionSignalName,
  held: Held,
  verdict: (value: number, against: number) => ExecutionVerdict,
): ExecutionSignal | null {
  return held && { name, ...held, verdict: verdict(held.value, held.against) };
}

function byShare(share: number, limits: { worse: number; better: number }): ExecutionVerdict {
  if (share < limits.worse) return "worse";
  return share > limits.better ? "better" : "expected";
}

/** More is worse: of effort, of drift. */
function byDistance(more: number, limit: number): ExecutionVerdict {
  if (more >= limit) return "worse";
  return more <= -limit ? "better" : "expected";
}
