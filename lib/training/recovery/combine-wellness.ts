/**
 * One day from what several sources said of it, field by field, with the reason for each choice.
 * WEL-1: a night belongs to one device, the one with the most complete main sleep; what that one
 *   lacks is filled by the next; parts of a sum (stages of a sleep, steps) come from one device.
 * Reference: a convention of this product; the order in which the sources arrive plays no part.
 * Valid: any number of records of one local day, each source once.
 */
import type { WellnessFields } from "./wellness-types";

export type WellnessField = keyof WellnessFields;

export type WellnessRecord = {
  /** "garmin:sleep": the device or app, and which of its reports. */
  readonly source: string;
  readonly fields: WellnessFields;
};

export type CombinedWellness = {
  readonly fields: WellnessFields;
  readonly sources: Readonly<Partial<Record<WellnessField, string>>>;
  /** Of the fields that more than one source could have given. */
  readonly reasons: Readonly<Partial<Record<WellnessField, string>>>;
};

/** Parts of one sleep: they add up, so all of them or none. */
const SLEEP = [
  "sleepS",
  "deepSleepS",
  "lightSleepS",
  "remSleepS",
  "awakeS",
  "sleepStartEpochS",
  "sleepEndEpochS",
  "sleepScore",
] as const satisfies readonly WellnessField[];
const BATTERY = ["bodyBatteryHigh", "bodyBatteryLow"] as const satisfies readonly WellnessField[];
const NIGHT: readonly WellnessField[] = [...SLEEP, "hrvRmssdMs", "hrvSdnnMs", "restingHrBpm"];
const ALONE = [
  "hrvRmssdMs",
  "hrvSdnnMs",
  "restingHrBpm",
  "respirationBrpm",
  "spo2Pct",
  "stressAvg",
  "steps",
  "weightKg",
  "deviceReadiness",
] as const satisfies readonly WellnessField[];
const GROUPS: readonly (readonly WellnessField[])[] = [
  SLEEP,
  BATTERY,
  ...ALONE.map((one) => [one]),
];

/** A second sleep of less than this share of the longest is a nap. */
const NAP_SHARE = 0.5;

/** All that one device or app said of the day. */
type Origin = {
  readonly name: string;
  readonly fields: WellnessFields;
  readonly sources: Partial<Record<WellnessField, string>>;
  readonly isTorn: ReadonlySet<WellnessField>;
};

export function combineWellness(records: readonly WellnessRecord[]): CombinedWellness {
  const origins = originsOf(records);
  const longest = longestSleep(origins);
  const order = [...origins].sort((a, b) => compareOrigins(a, b, longest));
  const combined: Writable = { fields: {}, sources: {}, reasons: {} };
  for (const group of GROUPS) {
    const lead = group[0] as WellnessField;
    const having = order.filter((origin) => group.some((field) => field in origin.fields));
    // Of a sleep without its length nothing can be shown; another one may have it.
    const winner = having.find((origin) => lead in origin.fields) ?? having[0];
    if (winner) take(combined, group, winner, reasonFor(lead, winner, { order, having, longest }));
  }
  return combined;
}

type Writable = {
  readonly fields: Partial<Record<WellnessField, number>>;
  readonly sources: Partial<Record<WellnessField, string>>;
  readonly reasons: Partial<Record<WellnessField, string>>;
};

function take(
  combined: Writable,
  group: readonly WellnessField[],
  winner: Origin,
  reason: string | null,
): void {
  for (const field of group) {
    const value = winner.fields[field];
    if (value === undefined) continue;
    combined.fields[field] = value;
    combined.sources[field] = winner.sources[field] ?? winner.name;
    const why = reason ?? (winner.isTorn.has(field) ? tornReason(winner) : null);
    if (why !== null) combined.reasons[field] = why;
  }
}

function originsOf(records: readonly WellnessRecord[]): Origin[] {
  const byName = new Map<string, WellnessRecord[]>();
  for (const record of records) {
    const name = record.source.split(":")[0] ?? record.source;
    byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  return [...byName].map(([name, own]) => originOf(name, own));
}

/** What a source guessed of a night counts until its correction is there. */
const TENTATIVE = "_tentative";

function isSettled({ source }: WellnessRecord, _at: number, all: readonly WellnessRecord[]) {
  if (!source.endsWith(TENTATIVE)) return true;
  const corrected = source.slice(0, -TENTATIVE.length);
  return !all.some((other) => other.source === corrected);
}

/** Reports of one device complete each other; the one that says most of the night comes first. */
function originOf(name: string, records: readonly WellnessRecord[]): Origin {
  const order = records
    .filter(isSettled)
    .sort(
      (a, b) =>
        countOf(b.fields, NIGHT) - countOf(a.fields, NIGHT) || compareText(a.source, b.source),
    );
  const fields: Partial<Record<WellnessField, number>> = {};
  const sources: Partial<Record<WellnessField, string>> = {};
  const isTorn = new Set<WellnessField>();
  for (const record of order) {
    for (const [key, value] of Object.entries(record.fields)) {
      const field = key as WellnessField;
      if (fields[field] === undefined) {
        fields[field] = value;
        sources[field] = record.source;
      } else if (fields[field] !== value) isTorn.add(field);
    }
  }
  return { name, fields, sources, isTorn };
}

function longestSleep(origins: readonly Origin[]): Origin | null {
  const slept = origins.filter((origin) => origin.fields.sleepS !== undefined);
  return slept.reduce<Origin | null>(
    (best, one) => ((one.fields.sleepS ?? 0) > (best?.fields.sleepS ?? 0) ? one : best),
    slept[0] ?? null,
  );
}

/** Beside the longest sleep in time, or much shorter than it. */
function isNap({ fields }: Origin, longest: Origin | null): boolean {
  if (!longest || fields.sleepS === undefined || fields === longest.fields) return false;
  const night = longest.fields;
  if (fields.sleepS < NAP_SHARE * (night.sleepS ?? 0)) return true;
  const { sleepStartEpochS: start, sleepEndEpochS: end } = fields;
  if (start === undefined || end === undefined) return false;
  if (night.sleepStartEpochS === undefined || night.sleepEndEpochS === undefined) return false;
  return end <= night.sleepStartEpochS || start >= night.sleepEndEpochS;
}

/** Whose night is used first: a whole night before a nap, then the most complete one. */
function compareOrigins(a: Origin, b: Origin, longest: Origin | null): number {
  return (
    Number(isNap(a, longest)) - Number(isNap(b, longest)) ||
    Number(b.fields.sleepS !== undefined) - Number(a.fields.sleepS !== undefined) ||
    countOf(b.fields, NIGHT) - countOf(a.fields, NIGHT) ||
    (b.fields.sleepS ?? 0) - (a.fields.sleepS ?? 0) ||
    compareText(a.name, b.name)
  );
}

function reasonFor(
  lead: WellnessField,
  winner: Origin,
  {
    order,
    having,
    longest,
  }: { order: readonly Origin[]; having: readonly Origin[]; longest: Origin | null },
): string | null {
  const [main] = order;
  const others = having.filter((origin) => origin !== winner).map(nameOf);
  const name = nameOf(winner);
  if (main && winner !== main && NIGHT.includes(lead)) {
    return `${nameOf(main)}, whose night is used, did not measure it.`;
  }
  if (others.length === 0) return null;
  if (lead === "steps") return `Two devices count the same steps, so they are not added up.`;
  if (lead !== "sleepS") return `From ${name}, like the night, so that one device is followed.`;
  const napping = having.filter((origin) => isNap(origin, longest)).map(nameOf);
  if (napping.length === others.length) {
    return `The main sleep; what ${napping.join(" and ")} has is a nap beside it.`;
  }
  return `The most complete night: ${countOf(winner.fields, NIGHT)} of ${NIGHT.length} values.`;
}

function tornReason(origin: Origin): string {
  return `${nameOf(origin)} says it in two reports that differ; the one with more of the night counts.`;
}

/** "apple_health" → "Apple Health". */
function nameOf({ name }: Origin): string {
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

function countOf(fields: WellnessFields, among: readonly WellnessField[]): number {
  return among.filter((field) => fields[field] !== undefined).length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
