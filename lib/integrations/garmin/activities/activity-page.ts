import { z } from "zod";
import { shownText } from "@/lib/integrations/shown-text";
import type { RemoteActivity } from "@/lib/integrations/source-ports";
import { garminInstant, garminMoment } from "./garmin-instant";

/** A page of this length has been answered; fewer may come. */
const PAGE = 45;
/**
 * Entries that two pages share: a list whose newest entry is deleted meanwhile moves up, and
 * would swallow one between two pages.
 */
const OVERLAP = 5;

const id = z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]);
const entry = z.object({
  activityId: id,
  activityName: z.string().nullish().catch(null),
  beginTimestamp: z.number().nullish().catch(null),
  startTimeGMT: z.string().nullish().catch(null),
});

export type ActivityPage = {
  readonly items: readonly RemoteActivity[];
  readonly next: string | null;
};

/** Where a page begins, and the first entry of the page before: "40.21482825013". */
type Cursor = { readonly start: number; readonly first: string | null };

/** GET /activitylist-service/activities/search/activities, newest first. */
export function activityPagePath(cursor: string | null): string {
  const { start } = readCursor(cursor);
  return `/activitylist-service/activities/search/activities?start=${start}&limit=${PAGE}`;
}

/** A broken entry costs itself, no other. Null when the answer is no list of activities. */
export function readActivityPage(
  payload: unknown,
  { cursor, since }: { readonly cursor: string | null; readonly since: Date | null },
): ActivityPage | null {
  if (payload === null) return { items: [], next: null };
  if (!Array.isArray(payload)) return null;
  const items = payload.flatMap((one) => activityOf(one));
  if (items.length === 0 && payload.length > 0) return null;
  const { start, first: firstBefore } = readCursor(cursor);
  const first = items[0]?.externalId ?? null;
  // Whoever answers with the same page again does not know `start`; it would never end.
  const isSamePage = start > 0 && first !== null && first === firstBefore;
  const isOldEnough =
    since !== null && items.every(({ startedAt }) => startedAt !== null && startedAt < since);
  if (items.length === 0 || isSamePage || isOldEnough) return { items, next: null };
  const step = payload.length > OVERLAP ? payload.length - OVERLAP : payload.length;
  return { items, next: `${start + step}.${first ?? ""}` };
}

function readCursor(cursor: string | null): Cursor {
  const match = /^(\d{1,9})\.(\d*)$/.exec(cursor ?? "");
  return match ? { start: Number(match[1]), first: match[2] || null } : { start: 0, first: null };
}

function activityOf(one: unknown): RemoteActivity[] {
  const parsed = entry.safeParse(one);
  if (!parsed.success) return [];
  const { activityId, activityName, beginTimestamp, startTimeGMT } = parsed.data;
  return [
    {
      externalId: String(activityId),
      // Milliseconds first: the text beside names no zone.
      startedAt: garminMoment(beginTimestamp) ?? garminInstant(startTimeGMT),
      title: shownText(activityName ?? "") || null,
      version: null,
    },
  ];
}
