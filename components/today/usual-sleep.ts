/** The median of the known nights; null below seven. */
export function usualSleep(nights: readonly { readonly sleepS: number | null }[]): number | null {
  const known = nights
    .flatMap(({ sleepS }) => (sleepS === null ? [] : [sleepS]))
    .sort((a, b) => a - b);
  if (known.length < 7) return null;
  const middle = Math.floor(known.length / 2);
  const upper = known[middle] ?? null;
  const lower = known[middle - 1] ?? null;
  if (upper === null || lower === null) return null;
  return known.length % 2 === 1 ? upper : (lower + upper) / 2;
}
