/**
 * The range in which a share lies that was seen k times in n, with 95 % confidence.
 * Formula: (p + z²/2n ± z·sqrt(p(1−p)/n + z²/4n²)) / (1 + z²/n), z = 1.96.
 * Reference: Wilson 1927, J Am Stat Assoc 22:209.
 * Valid: n of 1 and more; null for none.
 */
const Z = 1.96;

export type Share = {
  readonly count: number;
  readonly of: number;
  /** 0-1, each. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

export function wilsonInterval(count: number, of: number): Share | null {
  if (of <= 0) return null;
  const share = count / of;
  const scale = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { count, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
