export type FormBand = {
  /** Form from here … */
  readonly low: number;
  /** … up to, but not including, here. */
  readonly high: number;
  readonly name: string;
  readonly tone: "go" | "ease" | "rest" | "accent" | null;
};

/**
 * Names for stretches of form (TSB): a convention of the field (intervals.icu, science.md 5),
 * not a finding. They cover the whole line without overlap.
 */
export const FORM_BANDS = [
  { low: Number.NEGATIVE_INFINITY, high: -30, name: "heavy load", tone: "rest" },
  { low: -30, high: -10, name: "building", tone: "accent" },
  { low: -10, high: 5, name: "in balance", tone: null },
  { low: 5, high: 25, name: "fresh", tone: "go" },
  { low: 25, high: Number.POSITIVE_INFINITY, name: "losing fitness", tone: "ease" },
] as const satisfies readonly FormBand[];

export function formBandOf(form: number): FormBand {
  return FORM_BANDS.find((band) => form < band.high) ?? FORM_BANDS[2];
}
