import "server-only";
import { moveCursor } from "@/db/mutations/connection-cursors";
import { saveRemoteActivities } from "@/db/mutations/remote-activities";
import { countFetched } from "@/db/mutations/sync-runs";
import { type CursorPosition, connectionCursor } from "@/db/queries/connection-cursor";
import type { AthleteContext } from "@/lib/auth/context";
import type { SourceSession } from "@/lib/integrations/source-ports";
import { askSource } from "./ask-source";
import { markRemoved } from "./mark-removed";
import type { OpenedSession, OpenSession } from "./open-session";

const KIND = "activities";
const BACKFILL = "activities_backfill";
/** One step's worth, as for the import. */
const LONGEST_PART_MS = 10_000;
/** What was recorded then may have been handed in since. */
const OVERLAP_MS = 14 * 86_400_000;
/** So often an empty page of the history is asked for again. */
const MOST_EMPTIES = 2;

export type ListedPart = {
  /** Activities that were not known before. */
  readonly added: number;
  /** Another part follows. */
  readonly remaining: number;
};

const NOTHING: ListedPart = { added: 0, remaining: 0 };

/**
 * Enters what the vendor lists since the last time, less two weeks, newest first, for about ten
 * seconds. What it lists no more is marked as removed there. The very first time it is one page:
 * the rest is the history, for `backfillActivities`.
 */
export async function listActivities(
  ctx: AthleteContext,
  connectionId: string,
  open?: OpenSession,
): Promise<ListedPart> {
  const ask = async ({ connection, session, cursorOf }: OpenedSession) => {
    if (!session.activities) {
      // What such a vendor has it sends by itself; being asked now and then keeps the tokens alive.
      await session.check?.();
      return NOTHING;
    }
    const position = cursorOf(KIND);
    const since = dateIn(position?.since);
    if (since === null) return firstPage(ctx, connectionId, session);
    const from = new Date(since.getTime() - OVERLAP_MS);
    const listedAt = dateIn(position?.listedAt) ?? ctx.now;
    const walk = { cursor: textIn(position?.page), oldest: dateIn(position?.oldest), since: from };
    const end = await walkPages(ctx, connectionId, session, { ...walk, listedAt });
    const at = { connectionId, kind: KIND };
    await ctx.tx(async (tx) => {
      if (end.cursor === null && end.isWhole && end.oldest !== null) {
        const startedAfter = end.isOnePage ? from : later(end.oldest, from);
        const gone = { startedAfter, listedAt };
        await markRemoved(tx, connection, gone);
        tx.withCommit(moveCursor(tx, at, { since: listedAt.toISOString() }, ctx.now));
      } else if (end.cursor === null) {
        // An empty page is no proof that there is nothing: the next sync looks as far back.
        tx.withCommit(moveCursor(tx, at, { since: since.toISOString() }, ctx.now));
      } else {
        tx.withCommit(moveCursor(tx, at, pausedAt(since, listedAt, end), ctx.now));
      }
      tx.withCommit(countFetched(tx, connectionId, { activities: end.added }));
    });
    return { added: end.added, remaining: end.cursor === null ? 0 : 1 };
  };
  return askSource(ctx, connectionId, ask, open);
}

async function firstPage(
  ctx: AthleteContext,
  connectionId: string,
  session: SourceSession,
): Promise<ListedPart> {
  const page = await session.activities?.({ cursor: null, since: null });
  // An empty list is no proof that there is nothing: the next sync begins anew.
  if (!page || page.items.length === 0) return NOTHING;
  return ctx.tx(async (tx) => {
    const { added } = await saveRemoteActivities(tx, connectionId, page.items, ctx.now);
    const history = { page: page.next, isDone: page.next === null };
    await moveCursor(tx, { connectionId, kind: BACKFILL }, history, ctx.now);
    const since = { since: ctx.now.toISOString() };
    await moveCursor(tx, { connectionId, kind: KIND }, since, ctx.now);
    await countFetched(tx, connectionId, { activities: added });
    return { added, remaining: 0 };
  });
}

/**
 * Enters pages of the history, the newest first, for about ten seconds; goes on at the page
 * where it ended. One page is in memory at a time.
 */
export async function backfillActivities(
  ctx: AthleteContext,
  connectionId: string,
): Promise<ListedPart> {
  const position = await ctx.tx((tx) => connectionCursor(tx, connectionId, BACKFILL));
  const cursor = textIn(position?.page);
  if (cursor === null || position?.isDone === true) return NOTHING;
  return askSource(ctx, connectionId, async ({ session }) => {
    const empties = Number(position?.empties ?? 0);
    const walk = { cursor, since: null, oldest: null, listedAt: ctx.now };
    let isDone = false;
    const end = await walkPages(ctx, connectionId, session, walk, (page, at) => {
      isDone = page.next === null && (page.items.length > 0 || empties >= MOST_EMPTIES);
      // A page that is empty is asked for again before it is taken for the end.
      const next = page.next ?? (isDone ? null : at);
      const counted = page.items.length > 0 ? 0 : empties + 1;
      return { kind: BACKFILL, position: { page: next, isDone, empties: counted } };
    });
    return { added: end.added, remaining: isDone ? 0 : 1 };
  });
}

type Walk = {
  readonly cursor: string | null;
  readonly since: Date | null;
  /** The start of the oldest activity that was listed; null before the first. */
  readonly oldest: Date | null;
  readonly listedAt: Date;
};
type WalkEnd = Pick<Walk, "cursor" | "oldest"> & {
  readonly added: number;
  /** It ended where the list does, or at what is old enough. */
  readonly isWhole: boolean;
  /** The vendor said itself, on the first page, that no other follows: older ones are gone, too. */
  readonly isOnePage: boolean;
};
type Position = { readonly kind: string; readonly position: CursorPosition };
type Page = Awaited<ReturnType<NonNullable<SourceSession["activities"]>>>;

async function walkPages(
  ctx: AthleteContext,
  connectionId: string,
  session: SourceSession,
  { cursor: first, since, oldest: oldestBefore, listedAt }: Walk,
  cursorAfter?: (page: Page, at: string | null) => Position,
): Promise<WalkEnd> {
  const deadline = performance.now() + LONGEST_PART_MS;
  let [cursor, oldest, added, isWhole, isOnePage] = [first, oldestBefore, 0, false, false];
  do {
    const page = await readPage(session, cursor, since);
    isWhole = page.items.length > 0 || cursor !== null;
    isOnePage = cursor === null && page.next === null && page.items.length > 0;
    for (const { startedAt } of page.items)
      oldest = startedAt ? earlier(oldest, startedAt) : oldest;
    const isPast = since !== null && oldest !== null && oldest < since;
    // A page that leads to itself would never end.
    const next = isPast || page.next === cursor ? null : page.next;
    const after = cursorAfter?.({ ...page, next }, cursor);
    added += await savePage(ctx, connectionId, page.items, listedAt, after ?? null);
    cursor = next;
  } while (cursor !== null && performance.now() < deadline);
  return { cursor, oldest, added, isWhole, isOnePage };
}

/** Of most mornings the list has nothing: then there is nothing to write either. */
async function savePage(
  ctx: AthleteContext,
  connectionId: string,
  items: Page["items"],
  listedAt: Date,
  after: Position | null,
): Promise<number> {
  if (items.length === 0 && after === null) return 0;
  return ctx.tx(async (tx) => {
    const saved = await saveRemoteActivities(tx, connectionId, items, listedAt);
    if (after !== null) {
      await moveCursor(tx, { connectionId, kind: after.kind }, after.position, ctx.now);
      await countFetched(tx, connectionId, { activities: saved.added });
    }
    return saved.added;
  });
}

const NO_PAGE: Page = { items: [], next: null };

/** Where a list ends, vendors answer with an empty page; one that is empty by mistake is not twice. */
async function readPage(
  session: SourceSession,
  cursor: string | null,
  since: Date | null,
): Promise<Page> {
  const page = (await session.activities?.({ cursor, since })) ?? NO_PAGE;
  if (cursor === null || page.items.length > 0) return page;
  return (await session.activities?.({ cursor, since })) ?? NO_PAGE;
}

function pausedAt(since: Date, listedAt: Date, end: WalkEnd): CursorPosition {
  return {
    since: since.toISOString(),
    listedAt: listedAt.toISOString(),
    page: end.cursor,
    oldest: end.oldest?.toISOString() ?? null,
  };
}

function earlier(a: Date | null, b: Date): Date {
  return a !== null && a < b ? a : b;
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function textIn(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function dateIn(value: unknown): Date | null {
  const date = typeof value === "string" ? new Date(value) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}
