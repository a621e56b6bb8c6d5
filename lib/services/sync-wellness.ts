import "server-only";
import { moveCursor } from "@/db/mutations/connection-cursors";
import { countFetched } from "@/db/mutations/sync-runs";
import { connectionCursor } from "@/db/queries/connection-cursor";
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
import { askSource } from "./ask-source";
import { storeWellness } from "./store-wellness";

/** A day that arrived half-empty is completed by one of the next syncs. */
const OVERLAP_DAYS = 3;
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
 * Brings wellness up to today: from where the last sync ended, less three days, in parts of
 * what the vendor gives at once. Without a `range` it goes on from the cursor and moves it; days
 * that are already here change nothing.
 */
export async function syncWellness(
  ctx: AthleteContext,
  connectionId: string,
  range: DayRange | null = null,
): Promise<WellnessPart> {
  return askSource(ctx, connectionId, async ({ source, session }) => {
    if (!session.wellness) return NOTHING;
    const last = await ctx.tx((tx) => connectionCursor(tx, connectionId, KIND));
    const whole = range ?? dueRange(dayIn(last?.toDay), source, today(ctx));
    const part = firstPart(whole, source);
    const observations = await session.wellness(part);
    const { changedDays } = await storeWellness(ctx, connectionId, observations);
    await ctx.tx(async (tx) => {
      if (range === null)
        await moveCursor(tx, { connectionId, kind: KIND }, { toDay: part.toDay }, ctx.now);
      // What lies before the very first part is the history, for its own job.
      if (range === null && last === null) {
        await moveCursor(
          tx,
          { connectionId, kind: BACKFILL },
          { beforeDay: part.fromDay },
          ctx.now,
        );
      }
      await countFetched(tx, connectionId, { days: changedDays.length });
    });
    return partOf(changedDays, daysBetween(part.toDay, whole.toDay));
  });
}

function today(ctx: AthleteContext): LocalDate {
  return localDayAt(ctx.now, ctx.timeZone);
}

function dueRange(last: LocalDate | null, source: Source, today: LocalDate): DayRange {
  if (last === null) return { fromDay: addDays(today, 1 - source.wellnessDays), toDay: today };
  return { fromDay: addDays(earlierDay(last, today), -OVERLAP_DAYS), toDay: today };
}

function firstPart({ fromDay, toDay }: DayRange, source: Source): DayRange {
  return { fromDay, toDay: earlierDay(toDay, addDays(fromDay, source.wellnessDays - 1)) };
}

/**
 * One part of the history before what `syncWellness` has fetched, the newest first: goes on
 * where it ended, and ends where the vendor's history does, or after 400 days without a value.
 */
export async function backfillWellness(
  ctx: AthleteContext,
  connectionId: string,
): Promise<WellnessPart> {
  const position = await ctx.tx((tx) => connectionCursor(tx, connectionId, BACKFILL));
  const before = dayIn(position?.beforeDay);
  if (before === null || position?.isDone === true) return NOTHING;
  return askSource(ctx, connectionId, async ({ source, session }) => {
    const part = partBefore(before, source, today(ctx));
    const observations = part === null ? [] : ((await session.wellness?.(part)) ?? []);
    const { changedDays } = await storeWellness(ctx, connectionId, observations);
    const emptyBefore = Number(position?.emptyDays ?? 0);
    const emptyDays = observations.length === 0 ? emptyBefore + source.wellnessDays : 0;
    const isDone = part === null || emptyDays >= EMPTY_DAYS;
    const next = { beforeDay: part?.fromDay ?? before, emptyDays, isDone };
    await ctx.tx((tx) => moveCursor(tx, { connectionId, kind: BACKFILL }, next, ctx.now));
    return partOf(changedDays, isDone ? 0 : 1);
  });
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
