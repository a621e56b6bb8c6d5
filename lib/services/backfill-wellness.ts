import "server-only";
import { moveCursor } from "@/db/mutations/connection-cursors";
import { type CursorPosition, connectionCursor } from "@/db/queries/connection-cursor";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, daysBetween, type LocalDate, laterDay } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { DayRange, Source } from "@/lib/integrations/source-ports";
import { askSource } from "./ask-source";
import { storeWellness } from "./store-wellness";
import {
  dayIn,
  hasValue,
  mainKinds,
  NO_PART,
  partOf,
  WELLNESS_BACKFILL,
  type WellnessPart,
} from "./wellness-part";

/** So long without a value: what lies before is empty, too. */
const EMPTY_DAYS = 400;
/** Parts with values left out are asked for again after so long, so often. */
const AGAIN_AFTER_DAYS = 7;
const MOST_ROUNDS = 3;
/** A kind that is absent from so many parts in a row began later. */
const MOST_LACKING = 3;

/**
 * One part of the history before what `syncWellness` has fetched, the newest first: goes on
 * where it ended, and ends where the vendor's history does, or after 400 days without a value.
 * A part that seems empty or has gaps is asked for once more at once; one that still has gaps,
 * again in the weeks after the end.
 */
export async function backfillWellness(
  ctx: AthleteContext,
  connectionId: string,
): Promise<WellnessPart> {
  const position = await ctx.tx((tx) => connectionCursor(tx, connectionId, WELLNESS_BACKFILL));
  if (position === null) return NO_PART;
  const today = localDayAt(ctx.now, ctx.timeZone);
  const before = position.isDone === true ? dueAgain(position, today) : dayIn(position.beforeDay);
  if (before === null) return NO_PART;
  return askSource(ctx, connectionId, async ({ source, session, gaps }) => {
    const part = partBefore(before, source, today);
    if (part !== null) await session.requestHistory?.(part);
    const observations = part === null ? [] : ((await session.wellness?.(part)) ?? []);
    const { changedDays } = await storeWellness(ctx, connectionId, observations);
    const isEmpty = !observations.some(hasValue) && session.wellness !== undefined;
    const kinds = mainKinds(observations);
    const isLacking = !isEmpty && lacks(position, kinds);
    const hasGaps = gaps.length > 0 || isLacking;
    const seems = { isEmpty, hasGaps, isLacking, kinds, days: source.wellnessDays };
    const next =
      position.isDone === true
        ? afterAgain(position, seems.hasGaps, today)
        : nextBefore(position, part, seems, today);
    const at = { connectionId, kind: WELLNESS_BACKFILL };
    await ctx.tx((tx) => moveCursor(tx, at, next, ctx.now));
    return partOf(changedDays, next.isDone === true && dueAgain(next, today) === null ? 0 : 1);
  });
}

type Seems = {
  readonly isEmpty: boolean;
  readonly hasGaps: boolean;
  readonly isLacking: boolean;
  readonly kinds: string;
  readonly days: number;
};

/** Empty where there was something later: by mistake, or because it began there. */
function lacks({ kinds }: CursorPosition, found: string): boolean {
  const known = typeof kinds === "string" ? kinds.split(" ").filter(Boolean) : [];
  return known.some((kind) => !found.split(" ").includes(kind));
}

function nextBefore(
  position: CursorPosition,
  part: DayRange | null,
  seems: Seems,
  today: LocalDate,
): CursorPosition {
  if (part === null) return { ...position, isDone: true, askedOn: today };
  if ((seems.isEmpty || seems.hasGaps) && position.isSecond !== true) {
    return { ...position, isSecond: true };
  }
  const emptyDays = seems.isEmpty ? Number(position.emptyDays ?? 0) + seems.days : 0;
  const isDone = emptyDays >= EMPTY_DAYS;
  const isLeftOut = seems.hasGaps && !seems.isEmpty;
  const leftOut = [...leftOutOf(position), ...(isLeftOut ? [addDays(part.toDay, 1)] : [])];
  const lacking = seems.isLacking ? Number(position.lacking ?? 0) + 1 : 0;
  const isBegun = lacking >= MOST_LACKING || position.kinds === undefined;
  const kinds = isBegun ? seems.kinds : (position.kinds ?? "");
  return {
    ...{ beforeDay: part.fromDay, emptyDays, isDone, isSecond: false },
    ...{ kinds, lacking: lacking >= MOST_LACKING ? 0 : lacking },
    ...(leftOut.length > 0 ? { leftOut: leftOut.join(" "), askedOn: today } : {}),
  };
}

/** The days before which a part ends of which values were left out, the newest first. */
function leftOutOf({ leftOut }: CursorPosition): LocalDate[] {
  const days = typeof leftOut === "string" ? leftOut.split(" ") : [];
  return days.flatMap((day) => dayIn(day) ?? []);
}

/** The next part to be asked for again; null when there is none, or its time has not come. */
function dueAgain(position: CursorPosition, today: LocalDate): LocalDate | null {
  const askedOn = dayIn(position.askedOn);
  const isWithin = Number(position.place ?? 0) > 0;
  if (!isWithin && askedOn !== null && daysBetween(askedOn, today) < AGAIN_AFTER_DAYS) return null;
  return leftOutOf(position)[Number(position.place ?? 0)] ?? null;
}

/** Goes through what was left out, and keeps for the next round what still is. */
function afterAgain(position: CursorPosition, hasGaps: boolean, today: LocalDate): CursorPosition {
  const place = Number(position.place ?? 0);
  const leftOut = leftOutOf(position).filter((_, index) => hasGaps || index !== place);
  const next = hasGaps ? place + 1 : place;
  const isRoundOver = next >= leftOut.length;
  const rounds = Number(position.rounds ?? 0) + (isRoundOver ? 1 : 0);
  const isOver = leftOut.length === 0 || rounds >= MOST_ROUNDS;
  const { beforeDay = null, emptyDays = 0 } = position;
  const done = { beforeDay, emptyDays, isDone: true, isSecond: false };
  if (isOver) return done;
  return {
    ...done,
    ...{ leftOut: leftOut.join(" "), rounds, place: isRoundOver ? 0 : next },
    askedOn: isRoundOver ? today : dayIn(position.askedOn),
  };
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
