import "server-only";
import { moveCursor } from "@/db/mutations/connection-cursors";
import { countFetched, noteSyncProblem } from "@/db/mutations/sync-runs";
import type { CursorPosition } from "@/db/queries/connection-cursor";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, daysBetween, earlierDay, type LocalDate, laterDay } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { DayRange, Source } from "@/lib/integrations/source-ports";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import { askSource } from "./ask-source";
import { describeGaps } from "./describe-source-problem";
import { askedForLost, LOST, lostSince } from "./lost-announcements";
import type { OpenedSession, OpenSession } from "./open-session";
import { keepWellness } from "./store-wellness";
import {
  dayIn,
  hasValue,
  mainKinds,
  NO_PART,
  partOf,
  WELLNESS_BACKFILL,
  type WellnessPart,
  withKinds,
} from "./wellness-part";

/** A day that arrived half-empty is completed by one of the next syncs. */
const OVERLAP_DAYS = 3;
/** Once a week the vendor's whole window is asked: what was empty by mistake is completed. */
const FULL_EVERY_DAYS = 7;
/** How long without a value the days before are still asked for. */
const LONGEST_GAP_DAYS = 60;
const KIND = "wellness";
/** Values that are still left out after so long are not waited for any more. */
const LONGEST_LEFT_OUT_DAYS = 7;

/**
 * Brings wellness up to today: from the newest day with a value, less three days, in parts of
 * what the vendor gives at once. Without a `range` it goes on from the cursor and moves it; days
 * that are already here change nothing.
 */
export async function syncWellness(
  ctx: AthleteContext,
  connectionId: string,
  range: DayRange | null = null,
  open?: OpenSession,
): Promise<WellnessPart> {
  const ask = async (opened: OpenedSession) => {
    const { connection, source, session, gaps, cursorOf } = opened;
    const position = cursorOf(KIND);
    const today = localDayAt(ctx.now, ctx.timeZone);
    if (!session.wellness) {
      // A vendor that sends by itself is only asked for what it could not send.
      const known = { connection, session, position, lost: cursorOf(LOST) };
      if (session.requestHistory) await askForMissed(ctx, known, today);
      return NO_PART;
    }
    const whole = range ?? dueRange(position, source, today);
    const part = firstPart(whole, source);
    const observations = await session.wellness(part);
    const changedDays = await ctx.tx(async (tx) => {
      const changed = await keepWellness(tx, connectionId, observations);
      if (range === null) {
        const next = nextPosition(position, {
          part,
          whole,
          observations,
          hasGaps: gaps.length > 0,
        });
        tx.withCommit(moveCursor(tx, { connectionId, kind: KIND }, next, ctx.now));
      }
      if (range === null && (position === null || hasNewKind(position, observations))) {
        const history = { beforeDay: part.fromDay, kinds: knownKinds(position, observations) };
        const at = { connectionId, kind: WELLNESS_BACKFILL };
        tx.withCommit(moveCursor(tx, at, history, ctx.now));
      }
      if (gaps.length > 0) {
        tx.withCommit(noteSyncProblem(tx, connectionId, describeGaps(source, gaps)));
      }
      tx.withCommit(countFetched(tx, connectionId, { days: changed.length }));
      return changed;
    });
    return partOf(changedDays, daysBetween(part.toDay, whole.toDay));
  };
  return askSource(ctx, connectionId, ask, open);
}

/**
 * The first time all that was before, as history; connected again, the days since the connection
 * was known to hold: meanwhile nothing was sent. And what was announced and lost.
 */
async function askForMissed(
  ctx: AthleteContext,
  { connection, session, position, lost }: Known,
  today: LocalDate,
): Promise<void> {
  const { id: connectionId } = connection;
  const connectedAt = connection.connectedAt.toISOString();
  const knownTo = dayIn(position?.toDay);
  const isBack = knownTo !== null && position?.connectedAt !== connectedAt;
  const lostDay = lostSince(lost, today);
  const missed = [isBack ? addDays(knownTo, -1) : null, lostDay].filter((day) => day !== null);
  if (missed.length > 0) {
    await session.requestHistory?.({ fromDay: missed.reduce(earlierDay), toDay: today });
  }
  await ctx.tx(async (tx) => {
    await moveCursor(tx, { connectionId, kind: KIND }, { toDay: today, connectedAt }, ctx.now);
    if (lostDay !== null) {
      const asked = askedForLost(lost, lostDay, today);
      await moveCursor(tx, { connectionId, kind: LOST }, asked, ctx.now);
    }
    if (knownTo !== null) return;
    const history = { beforeDay: addDays(today, 1) };
    await moveCursor(tx, { connectionId, kind: WELLNESS_BACKFILL }, history, ctx.now);
  });
}

type Known = Pick<OpenedSession, "connection" | "session"> & {
  readonly position: CursorPosition | null;
  readonly lost: CursorPosition | null;
};

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

/** The main kinds of values that there ever were; of a cursor from before they were noted, today's. */
function knownKinds(
  position: CursorPosition | null,
  observations: readonly WellnessObservation[],
): string {
  return withKinds(position?.kinds, mainKinds(observations));
}

/**
 * A kind that the first sync lacked without a word may have been lacking by mistake, and the
 * history with it: that begins anew, once for each kind.
 */
function hasNewKind(
  position: CursorPosition,
  observations: readonly WellnessObservation[],
): boolean {
  return (
    typeof position.kinds === "string" && knownKinds(position, observations) !== position.kinds
  );
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
  const leftOutSince = hasGaps ? (dayIn(before?.leftOutSince) ?? part.toDay) : null;
  const isWaitedFor =
    leftOutSince !== null && daysBetween(leftOutSince, part.toDay) < LONGEST_LEFT_OUT_DAYS;
  const isWhole = newest !== null && !hasGaps;
  const fullOn = dayIn(before?.fullOn);
  const isFull = daysBetween(part.fromDay, part.toDay) > 2 * OVERLAP_DAYS || fullOn === null;
  return {
    firstDay: dayIn(before?.firstDay) ?? part.fromDay,
    toDay: isWaitedFor ? dayIn(before?.toDay) : newest,
    askedTo: isLast ? null : part.toDay,
    fullOn: isWhole && isFull ? part.toDay : fullOn,
    leftOutSince,
    kinds: knownKinds(before, observations),
  };
}

function firstPart({ fromDay, toDay }: DayRange, source: Source): DayRange {
  return { fromDay, toDay: earlierDay(toDay, addDays(fromDay, source.wellnessDays - 1)) };
}
