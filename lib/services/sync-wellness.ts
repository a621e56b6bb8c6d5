import "server-only";
import { moveCursor } from "@/db/mutations/connection-cursors";
import { countFetched, noteSyncProblem } from "@/db/mutations/sync-runs";
import { type CursorPosition, connectionCursor } from "@/db/queries/connection-cursor";
import type { AthleteContext } from "@/lib/auth/context";
import {
  addDays,
  daysBetween,
  earlierDay,
  type LocalDate,
  laterDay,
  parseLocalDate,
} from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { DayRange, Source } from "@/lib/integrations/source-ports";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import { askSource } from "./ask-source";
import { describeGaps } from "./describe-source-problem";
import { storeWellness } from "./store-wellness";

/** A day that arrived half-empty is completed by one of the next syncs. */
const OVERLAP_DAYS = 3;
/** Once a week the vendor's whole window is asked: what was empty by mistake is completed. */
const FULL_EVERY_DAYS = 7;
/** How long without a value the days before are still asked for. */
const LONGEST_GAP_DAYS = 60;
const KIND = "wellness";
const BACKFILL = "wellness_backfill";
/** So long without a value: what lies before is empty, too. */
const EMPTY_DAYS = 400;

export type WellnessPart = {
  /** Days whose values changed. */
  readonly days: number;
  /** The first of them: the numbers from there on are old; null when none changed. */
  readonly fromDay: LocalDate | null;
  /** Another part follows. */
  readonly remaining: number;
};

const NOTHING: WellnessPart = { days: 0, fromDay: null, remaining: 0 };

/**
 * Brings wellness up to today: from the newest day with a value, less three days, in parts of
 * what the vendor gives at once. Without a `range` it goes on from the cursor and moves it; days
 * that are already here change nothing.
 */
export async function syncWellness(
  ctx: AthleteContext,
  connectionId: string,
  range: DayRange | null = null,
): Promise<WellnessPart> {
  return askSource(ctx, connectionId, async ({ source, session, gaps }) => {
    const position = await ctx.tx((tx) => connectionCursor(tx, connectionId, KIND));
    const today = localDayAt(ctx.now, ctx.timeZone);
    if (!session.wellness) {
      // A vendor that sends by itself is only asked for what was before.
      if (session.requestHistory && position === null) await beginHistory(ctx, connectionId, today);
      return NOTHING;
    }
    const whole = range ?? dueRange(position, source, today);
    const part = firstPart(whole, source);
    const observations = await session.wellness(part);
    const { changedDays } = await storeWellness(ctx, connectionId, observations);
    await ctx.tx(async (tx) => {
      if (range === null) {
        const next = nextPosition(position, {
          part,
          whole,
          observations,
          hasGaps: gaps.length > 0,
        });
        await moveCursor(tx, { connectionId, kind: KIND }, next, ctx.now);
      }
      if (range === null && position === null) {
        const history = { beforeDay: part.fromDay };
        await moveCursor(tx, { connectionId, kind: BACKFILL }, history, ctx.now);
      }
      if (gaps.length > 0) await noteSyncProblem(tx, connectionId, describeGaps(source, gaps));
      await countFetched(tx, connectionId, { days: changedDays.length });
    });
    return partOf(changedDays, daysBetween(part.toDay, whole.toDay));
  });
}

async function beginHistory(
  ctx: AthleteContext,
  connectionId: string,
  today: LocalDate,
): Promise<void> {
  await ctx.tx(async (tx) => {
    await moveCursor(tx, { connectionId, kind: KIND }, { toDay: today }, ctx.now);
    const history = { beforeDay: addDays(today, 1) };
    await moveCursor(tx, { connectionId, kind: BACKFILL }, history, ctx.now);
  });
}

function dueRange(position: CursorPosition | null, source: Source, today: LocalDate): DayRange {
  const window = addDays(today, 1 - source.wellnessDays);
  if (position === null) return { fromDay: window, toDay: today };
  const askedTo = dayIn(position.askedTo);
  if (askedTo !== null && askedTo < today) return { fromDay: addDays(askedTo, 1), toDay: today };
  const newest = dayIn(position.toDay);
  const first =
    newest === null ? (dayIn(position.firstDay) ?? window) : addDays(newest, -OVERLAP_DAYS);
  const fullOn = dayIn(position.fullOn);
  const isFull = fullOn === null || daysBetween(fullOn, today) >= FULL_EVERY_DAYS;
  const fromDay = earlierDay(
    isFull ? earlierDay(first, window) : first,
    addDays(today, -OVERLAP_DAYS),
  );
  const oldest = addDays(today, -LONGEST_GAP_DAYS);
  return { fromDay: laterDay(fromDay, oldest), toDay: today };
}

type Asked = {
  readonly part: DayRange;
  readonly whole: DayRange;
  readonly observations: readonly WellnessObservation[];
  readonly hasGaps: boolean;
};

/** Nothing is no proof that there is nothing: the cursor stays at the newest day with a value. */
function nextPosition(before: CursorPosition | null, asked: Asked): CursorPosition {
  const { part, whole, observations, hasGaps } = asked;
  const isLast = part.toDay >= whole.toDay;
  const newest = observations
    .filter(hasValue)
    .map(({ day }) => day)
    .filter((day) => day <= part.toDay)
    .reduce<LocalDate | null>((a, b) => (a !== null && a > b ? a : b), dayIn(before?.toDay));
  const isWhole = newest !== null && !hasGaps;
  const fullOn = dayIn(before?.fullOn);
  const isFull = daysBetween(part.fromDay, part.toDay) > 2 * OVERLAP_DAYS || fullOn === null;
  return {
    firstDay: dayIn(before?.firstDay) ?? part.fromDay,
    toDay: isWhole ? newest : dayIn(before?.toDay),
    askedTo: isLast ? null : part.toDay,
    fullOn: isWhole && isFull ? part.toDay : fullOn,
  };
}

function hasValue(observation: WellnessObservation): boolean {
  const { day: _, source: __, ...values } = observation;
  return Object.values(values).some((value) => value !== undefined && value !== null);
}

function firstPart({ fromDay, toDay }: DayRange, source: Source): DayRange {
  return { fromDay, toDay: earlierDay(toDay, addDays(fromDay, source.wellnessDays - 1)) };
}

/**
 * One part of the history before what `syncWellness` has fetched, the newest first: goes on
 * where it ended, and ends where the vendor's history does, or after 400 days without a value.
 * A part that seems empty or has gaps is asked for once more.
 */
export async function backfillWellness(
  ctx: AthleteContext,
  connectionId: string,
): Promise<WellnessPart> {
  const position = await ctx.tx((tx) => connectionCursor(tx, connectionId, BACKFILL));
  const before = dayIn(position?.beforeDay);
  if (before === null || position?.isDone === true) return NOTHING;
  return askSource(ctx, connectionId, async ({ source, session, gaps }) => {
    const part = partBefore(before, source, localDayAt(ctx.now, ctx.timeZone));
    if (part !== null) await session.requestHistory?.(part);
    const observations = part === null ? [] : ((await session.wellness?.(part)) ?? []);
    const { changedDays } = await storeWellness(ctx, connectionId, observations);
    const isEmpty = !observations.some(hasValue) && session.wellness !== undefined;
    const seems = { isEmpty, hasGaps: gaps.length > 0, days: source.wellnessDays };
    const next = nextBefore(position ?? {}, part, seems);
    await ctx.tx((tx) => moveCursor(tx, { connectionId, kind: BACKFILL }, next, ctx.now));
    return partOf(changedDays, next.isDone === true ? 0 : 1);
  });
}

function nextBefore(
  position: CursorPosition,
  part: DayRange | null,
  seems: { readonly isEmpty: boolean; readonly hasGaps: boolean; readonly days: number },
): CursorPosition {
  if (part === null) return { ...position, isDone: true };
  if ((seems.isEmpty || seems.hasGaps) && position.isSecond !== true) {
    return { ...position, isSecond: true };
  }
  const emptyDays = seems.isEmpty ? Number(position.emptyDays ?? 0) + seems.days : 0;
  const isDone = emptyDays >= EMPTY_DAYS;
  return { beforeDay: part.fromDay, emptyDays, isDone, isSecond: false };
}

/** Null when the vendor gives nothing so old. */
function partBefore(before: LocalDate, source: Source, today: LocalDate): DayRange | null {
  const toDay = addDays(before, -1);
  const { longestHistoryDays, wellnessDays } = source;
  const from = addDays(before, -wellnessDays);
  if (longestHistoryDays === null) return { fromDay: from, toDay };
  const first = addDays(today, 1 - longestHistoryDays);
  return toDay < first ? null : { fromDay: laterDay(from, first), toDay };
}

function partOf(changedDays: readonly LocalDate[], remaining: number): WellnessPart {
  const days = changedDays.length;
  return { days, fromDay: days === 0 ? null : changedDays.reduce(earlierDay), remaining };
}

function dayIn(value: unknown): LocalDate | null {
  return typeof value === "string" ? parseLocalDate(value) : null;
}
