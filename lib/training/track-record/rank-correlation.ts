/**
 * Whether two measures rise and fall together, whatever their scales: 1 always, 0 not at all.
 * Formula: Pearson's correlation of the ranks, equal values sharing their mean rank.
 * Reference: Spearman 1904, Am J Psychol 15:72.
 * Valid: three pairs and more that are not all alike; else null.
 */
const MIN_PAIRS = 3;

export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < MIN_PAIRS) return null;
  const a = ranksOf(pairs.map(([first]) => first));
  const b = ranksOf(pairs.map(([, second]) => second));
  // The mean of the ranks 1..n, shared ones included.
  const mean = (pairs.length + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, rank] of a.entries()) {
    const [da, db] = [rank - mean, (b[i] as number) - mean];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((x, y) => x.value - y.value);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (order[to]?.value === order[from]?.value) to += 1;
    for (const { at } of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
