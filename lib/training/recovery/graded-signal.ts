import type { ReadinessSignal, SignalColour, SignalName } from "./recovery-types";

/** A signal and how far it is beyond its limits, to find the strongest. */
export type GradedSignal = { readonly signal: ReadinessSignal; readonly strength: number };

export function graded(
  name: SignalName,
  colour: SignalColour,
  value: number,
  threshold: string,
  text: string,
  strength: number,
): GradedSignal {
  return { signal: { name, colour, value, threshold, text }, strength };
}

export function missing(name: SignalName, threshold: string, text: string): GradedSignal {
  return { signal: { name, colour: "missing", value: null, threshold, text }, strength: 0 };
}
