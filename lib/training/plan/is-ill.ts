import type { ReadinessDecision } from "../recovery/recovery-types";

type Morning = {
  readonly decision: Pick<ReadinessDecision, "signals">;
  /** Absent where the morning knew none. */
  readonly events: { readonly isIll: boolean } | undefined;
};

/** By what the athlete has told, or by symptoms this morning: nothing that is measured clears them. */
export function isIll({ events, decision }: Morning): boolean {
  return (
    events?.isIll === true ||
    decision.signals.some(({ name, colour }) => name === "symptoms" && colour === "red")
  );
}
