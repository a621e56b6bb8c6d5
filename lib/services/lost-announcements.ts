import "server-only";
import { moveCursor } from "@/db/mutations/connection-cursors";
import { updateConnection } from "@/db/mutations/connections";
import { type CursorPosition, connectionCursor } from "@/db/queries/connection-cursor";
import type { Connection } from "@/db/queries/connections";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, daysBetween, earlierDay, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { dayIn } from "./wellness-part";

/** Cursor of what a vendor announced and could not be fetched, so that it is asked for anew. */
export const LOST = "lost";
const HOUR_MS = 3_600_000;
/** What such a vendor sends of days that it does not name: the newest, or history just asked for. */
const NEWEST_DAYS = 14;
/** What is lost again after so many askings, each a day apart, rests for a week. */
const MOST_ROUNDS = 3;
const REST_DAYS = 7;

/**
 * Notes that something announced was lost: an address is good for one question, and the answer
 * may be none. One of the next syncs has the vendor send it again. `day`: null where the
 * announcement named none.
 */
export async function noteLost(
  ctx: AthleteContext,
  tx: AthleteTx,
  connection: Pick<Connection, "id" | "connectedAt" | "status">,
  lost: { readonly day: LocalDate | null; readonly historyDays: number },
): Promise<void> {
  const { id: connectionId } = connection;
  const today = localDayAt(ctx.now, ctx.timeZone);
  const position = await connectionCursor(tx, connectionId, LOST);
  if (roundsOf(position, today) >= MOST_ROUNDS) return;
  const first = lost.day ?? firstPossible(ctx, connection, position, lost.historyDays);
  const fromDay = earlierDay(first, dayIn(position?.fromDay) ?? first);
  await moveCursor(tx, { connectionId, kind: LOST }, { ...position, fromDay }, ctx.now);
  if (connection.status !== "connected") return;
  const nextSyncAt = new Date(ctx.now.getTime() + HOUR_MS);
  await updateConnection(tx, connectionId, { nextSyncAt });
}

/** The day from which on what was lost has to be asked for today; null when nothing has. */
export function lostSince(position: CursorPosition | null, today: LocalDate): LocalDate | null {
  return dayIn(position?.askedOn) === today ? null : dayIn(position?.fromDay);
}

/** What was lost has been asked for. */
export function askedForLost(
  position: CursorPosition | null,
  fromDay: LocalDate,
  today: LocalDate,
): CursorPosition {
  const rounds = roundsOf(position, today) + 1;
  return { fromDay: null, askedFrom: fromDay, askedOn: today, rounds };
}

function roundsOf(position: CursorPosition | null, today: LocalDate): number {
  return wasAskedLately(position, today) ? Number(position?.rounds ?? 0) : 0;
}

function wasAskedLately(position: CursorPosition | null, today: LocalDate): boolean {
  const askedOn = dayIn(position?.askedOn);
  return askedOn !== null && daysBetween(askedOn, today) < REST_DAYS;
}

function firstPossible(
  { now, timeZone }: AthleteContext,
  { connectedAt }: Pick<Connection, "connectedAt">,
  position: CursorPosition | null,
  historyDays: number,
): LocalDate {
  const today = localDayAt(now, timeZone);
  const newest = addDays(today, -NEWEST_DAYS);
  if (localDayAt(connectedAt, timeZone) >= newest) return addDays(today, 1 - historyDays);
  const askedFrom = wasAskedLately(position, today) ? dayIn(position?.askedFrom) : null;
  return earlierDay(newest, askedFrom ?? newest);
}
