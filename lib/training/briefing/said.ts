import type { Evidence } from "../insights/finding";

/** A sentence with the numbers in it. */
export type Said = { readonly text: string; readonly evidence: readonly Evidence[] };
