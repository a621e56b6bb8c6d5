import { providerOfKind, SOURCE_TERMS } from "./terms";

/**
 * The recordings of one activity that it is worked out of: those whose terms let them be
 * combined. Without any of these the newest of the others, alone: a vendor's later word.
 *
 * @param recordings the oldest first; `kind` of the original that they stand in
 */
export function countedRecordings<Recording extends { readonly kind: string }>(
  recordings: readonly Recording[],
): readonly Recording[] {
  const free = recordings.filter(({ kind }) => mayCombine(kind));
  return free.length > 0 ? free : recordings.slice(-1);
}

function mayCombine(kind: string): boolean {
  const provider = providerOfKind(kind);
  return provider === null || SOURCE_TERMS[provider].mayCombine;
}
