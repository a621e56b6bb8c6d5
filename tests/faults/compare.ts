import { isDeepStrictEqual } from "node:util";
import type { Held } from "./people";

type Row = Readonly<Record<string, unknown>>;

const ordered = (rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));

/** What differs, in words; nothing when nothing does. */
export function check(name: string, here: readonly Row[], there: readonly Row[]): string[] {
  const [a, b] = [ordered(here), ordered(there)];
  if (isDeepStrictEqual(a, b)) return [];
  const extra = a.filter((row) => !b.some((other) => isDeepStrictEqual(row, other)));
  const missing = b.filter((row) => !a.some((other) => isDeepStrictEqual(row, other)));
  return [
    `${name}:\n  only here      ${JSON.stringify(extra)}\n  only the vendor ${JSON.stringify(missing)}`,
  ];
}

/** Each activity that must be here is, once; `may`: so many others may be. Nothing is left undone. */
export function checkActivities(
  held: Held,
  { must, may }: { readonly must: readonly number[]; readonly may: number },
): string[] {
  const starts = held.activities.map((row) => Number(row.start));
  const missing = must.filter((start) => !starts.includes(start));
  const wrong: string[] = [];
  if (starts.length !== new Set(starts).size) wrong.push("an activity is here twice");
  if (missing.length > 0) wrong.push(`missing activities: ${missing.map(instant).join(", ")}`);
  const others = starts.length - must.length + missing.length;
  if (others > may) wrong.push(`${others} activities too many`);
  for (const name of ["unfinished", "waiting"] as const) {
    if (held[name].length > 0) wrong.push(`${name}: ${JSON.stringify(held[name])}`);
  }
  const [connection] = held.connection;
  if (connection?.status !== "connected") wrong.push(`connection: ${JSON.stringify(connection)}`);
  return wrong;
}

function instant(epochS: number): string {
  return new Date(epochS * 1000).toISOString();
}
