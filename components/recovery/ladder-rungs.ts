import { READINESS_FORMULA } from "@/lib/training/recovery/readiness-decision";
import { readinessLadder } from "@/lib/training/recovery/readiness-ladder";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import type {
  Decision,
  LadderRung,
  ReadinessDecision,
} from "@/lib/training/recovery/recovery-types";

/** A rung as it is drawn; where it would have led is not known of rules of another version. */
export type DrawnRung = Omit<LadderRung, "decision"> & { readonly decision: Decision | null };

/** The whole ladder of a decision; of rules that are not those of now, the path that was kept. */
export function ladderRungs(
  decision: ReadinessDecision,
  readiness: ReadinessInput,
): readonly DrawnRung[] {
  if (decision.formula === READINESS_FORMULA) return readinessLadder(readiness);
  const last = decision.path.length - 1;
  return decision.path.map((step, at) => ({
    ...{ ...step, looksAt: [] },
    decision: at === last ? decision.decision : null,
    reached: at === last ? "decided" : "passed",
  }));
}
