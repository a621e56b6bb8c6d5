/** A place of two values in which they differ: "contributions 1, score"; in JSON's text. */
export type Difference = { readonly at: string; readonly kept: string; readonly now: string };

/** Where two values differ once they are written as JSON; the order of fields plays no part. */
export function differencesOf(kept: unknown, now: unknown): Difference[] {
  return walk(asJson(kept), asJson(now), []);
}

function walk(kept: unknown, now: unknown, path: readonly string[]): Difference[] {
  if (isBranch(kept) && isBranch(now)) {
    const keys = [...new Set([...Object.keys(kept), ...Object.keys(now)])];
    return keys.flatMap((key) => walk(kept[key], now[key], [...path, nameOf(key)]));
  }
  if (Object.is(kept, now)) return [];
  return [{ at: path.join(", "), kept: textOf(kept), now: textOf(now) }];
}

type Branch = Readonly<Record<string, unknown>>;

/** Objects and lists alike: a list's keys are its places. */
function isBranch(value: unknown): value is Branch {
  return typeof value === "object" && value !== null;
}

/** Places count from one, as people do. */
function nameOf(key: string): string {
  return /^\d+$/.test(key) ? String(Number(key) + 1) : key;
}

function textOf(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
