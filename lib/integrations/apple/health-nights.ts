import { type LocalDate, localDate } from "@/lib/dates/local-date";
import type { HealthSeries } from "./health-file";
import { SLEEP_TYPE } from "./health-types";

export type Stage = "deep" | "core" | "rem" | "asleep" | "awake";
export type HealthNight = {
  /** The local day of waking. */
  readonly day: LocalDate;
  /** From falling asleep to waking, Unix seconds. */
  readonly startS: number;
  readonly endS: number;
  readonly hasStages: boolean;
  readonly seconds: Readonly<Record<Stage, number>>;
};
type Piece = {
  readonly startS: number;
  readonly endS: number;
  readonly stage: Stage;
  readonly utcOffsetS: number;
};

const VALUE = "HKCategoryValueSleepAnalysis";
/** Time in bed is no sleep, so it says nothing here. */
const STAGES: Readonly<Record<string, Stage>> = {
  [`${VALUE}AsleepDeep`]: "deep",
  [`${VALUE}AsleepCore`]: "core",
  [`${VALUE}AsleepREM`]: "rem",
  [`${VALUE}AsleepUnspecified`]: "asleep",
  [`${VALUE}Asleep`]: "asleep",
  [`${VALUE}Awake`]: "awake",
};
/** Longer awake than this and it is another sleep: a nap. */
const LONGEST_WAKE_S = 3 * 3600;

/**
 * One night a day. Each source's sleep is taken by itself; of several for a day the one that
 * tells stages wins (a watch over a phone), then the longest.
 */
export function healthNights(series: readonly HealthSeries[]): HealthNight[] {
  const byDay = new Map<LocalDate, HealthNight>();
  for (const pieces of piecesBySource(series).values()) {
    for (const night of sleepsOf(pieces).flatMap(nightOf)) {
      const best = byDay.get(night.day);
      if (!best || isBetter(night, best)) byDay.set(night.day, night);
    }
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Of a night without the time awake in it. */
export function secondsAsleep({ seconds }: HealthNight): number {
  return seconds.deep + seconds.core + seconds.rem + seconds.asleep;
}

function isBetter(night: HealthNight, other: HealthNight): boolean {
  if (night.hasStages !== other.hasStages) return night.hasStages;
  return secondsAsleep(night) > secondsAsleep(other);
}

function piecesBySource(series: readonly HealthSeries[]): Map<string, Piece[]> {
  const bySource = new Map<string, Piece[]>();
  for (const one of series) {
    const stage = one.type === SLEEP_TYPE ? STAGES[one.category ?? ""] : undefined;
    if (stage === undefined) continue;
    const pieces = bySource.get(one.source) ?? [];
    bySource.set(one.source, pieces);
    for (const [i, startS] of one.startS.entries()) {
      pieces.push({ startS, endS: one.endS[i] as number, stage, utcOffsetS: one.utcOffsetS });
    }
  }
  for (const pieces of bySource.values()) pieces.sort((a, b) => a.startS - b.startS);
  return bySource;
}

function sleepsOf(pieces: readonly Piece[]): Piece[][] {
  const sleeps: Piece[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.startS > until + LONGEST_WAKE_S) sleeps.push([]);
    sleeps.at(-1)?.push(piece);
    until = Math.max(until, piece.endS);
  }
  return sleeps;
}

/** Pieces of one source that overlap are counted once; nothing for a time that is all awake. */
function nightOf(all: readonly Piece[]): HealthNight[] {
  const hasStages = all.some(({ stage }) => stage !== "asleep" && stage !== "awake");
  // Beside its stages a source may say "asleep" of the whole night once more.
  const pieces = hasStages ? all.filter(({ stage }) => stage !== "asleep") : all;
  const asleep = pieces.filter(({ stage }) => stage !== "awake");
  const first = asleep[0];
  if (first === undefined) return [];
  const last = asleep.reduce((late, piece) => (piece.endS > late.endS ? piece : late), first);
  const seconds = { deep: 0, core: 0, rem: 0, asleep: 0, awake: 0 };
  let until = first.startS;
  for (const { startS, endS, stage } of pieces) {
    const [from, to] = [Math.max(startS, until), Math.min(endS, last.endS)];
    if (to <= from) continue;
    seconds[stage] += to - from;
    until = to;
  }
  const day = localDate(new Date((last.endS + last.utcOffsetS) * 1000).toISOString().slice(0, 10));
  return [{ day, startS: first.startS, endS: last.endS, hasStages, seconds }];
}
