import {
  and,
  count,
  countDistinct,
  desc,
  eq,
  gte,
  ilike,
  lt,
  lte,
  or,
  type SQL,
  sql,
  sum,
} from "drizzle-orm";
import { activities, importFiles } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { startOfWeek } from "@/lib/dates/start-of-week";
import { invalidInput } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import type { ActivityFilters } from "@/lib/schemas/activity";

export type ActivityListItem = {
  readonly id: string;
  readonly sport: (typeof activities.$inferSelect)["sport"];
  readonly subSport: string | null;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly utcOffsetS: number;
  readonly day: LocalDate;
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly ascentM: number | null;
  readonly avgPowerW: number | null;
  readonly avgHeartRateBpm: number | null;
  readonly load: number | null;
  readonly loadMethod: (typeof activities.$inferSelect)["loadMethod"];
  readonly isIndoor: boolean;
  readonly isPartial: boolean;
  readonly poolLengths: number;
  /** Other files that told of the same activity and were not counted again. */
  readonly duplicates: number;
  readonly profile: readonly number[] | null;
};

export type ActivityWeek = {
  /** First day of the week, by the athlete's own first weekday. */
  readonly firstDay: LocalDate;
  readonly activities: number;
  readonly timerS: number;
  /** Null when nothing of the week has a distance. */
  readonly distanceM: number | null;
  /** Null when nothing of the week has a load. */
  readonly load: number | null;
};

export type ActivityPage = {
  readonly items: readonly ActivityListItem[];
  /** Every week that `items` touch, whole, newest first: also where a week runs over the page. */
  readonly weeks: readonly ActivityWeek[];
  readonly nextCursor: string | null;
};

export type ActivityPageRequest = {
  readonly filters: ActivityFilters;
  /** `nextCursor` of the page before; null for the first. */
  readonly cursor: string | null;
  readonly limit: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly firstWeekday: number;
};

/**
 * One page of the athlete's activities, newest first, with the totals of its weeks. Pages
 * follow (started_at, id), so that imports while reading neither repeat nor skip a row.
 * Throws AppError "invalid_input" for a cursor that this function did not make.
 */
export async function activityList(
  tx: AthleteTx,
  request: ActivityPageRequest,
): Promise<ActivityPage> {
  const matching = filterConditions(tx, request.filters);
  const found = await tx.db
    .select(ITEM_COLUMNS)
    .from(activities)
    .where(and(...matching, request.cursor === null ? undefined : after(request.cursor)))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(request.limit + 1);
  const rows = found.slice(0, request.limit);
  const last = rows.at(-1);
  const duplicates = await duplicateCounts(tx, rows);
  return {
    items: rows.map(({ startedAt, ...row }) => ({
      ...row,
      startedAt: startedAt.toISOString(),
      duplicates: duplicates.get(row.id) ?? 0,
    })),
    weeks: await weekTotals(tx, matching, rows, request.firstWeekday),
    nextCursor: found.length > request.limit && last !== undefined ? cursorOf(last) : null,
  };
}

const ITEM_COLUMNS = {
  id: activities.id,
  sport: activities.sport,
  subSport: activities.subSport,
  title: activities.title,
  startedAt: activities.startedAt,
  utcOffsetS: activities.utcOffsetS,
  day: activities.day,
  timerS: activities.timerS,
  distanceM: activities.distanceM,
  ascentM: activities.ascentM,
  avgPowerW: activities.avgPowerW,
  avgHeartRateBpm: activities.avgHeartRateBpm,
  load: activities.load,
  loadMethod: activities.loadMethod,
  isIndoor: activities.isIndoor,
  isPartial: activities.isPartial,
  poolLengths: sql<number>`jsonb_array_length(${activities.lengths})`,
  profile: activities.profile,
};

function filterConditions(tx: AthleteTx, filters: ActivityFilters): (SQL | undefined)[] {
  return [
    eq(activities.athleteId, tx.athleteId),
    filters.sport === undefined ? undefined : eq(activities.sport, filters.sport),
    filters.q === undefined
      ? undefined
      : ilike(activities.title, `%${filters.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`),
    filters.from === undefined ? undefined : gte(activities.day, filters.from),
    filters.to === undefined ? undefined : lte(activities.day, filters.to),
  ];
}

function cursorOf(row: { startedAt: Date; id: string }): string {
  return `${row.startedAt.getTime()}_${row.id}`;
}

function after(cursor: string): SQL | undefined {
  const [millis = "", id = ""] = cursor.split("_");
  const startedAt = new Date(/^-?\d{1,15}$/.test(millis) ? Number(millis) : Number.NaN);
  if (Number.isNaN(startedAt.getTime()) || !isUuid(id)) {
    throw invalidInput("This page of the list does not exist; open the list again.");
  }
  return or(
    lt(activities.startedAt, startedAt),
    and(eq(activities.startedAt, startedAt), lt(activities.id, id)),
  );
}

async function duplicateCounts(
  tx: AthleteTx,
  rows: readonly { id: string }[],
): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const counted = await tx.db
    .select({ id: importFiles.duplicateOfActivityId, files: countDistinct(importFiles.name) })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        sql`${importFiles.reasonCode} is distinct from 'same_file'`,
        sql`${importFiles.duplicateOfActivityId} in ${rows.map((row) => row.id)}`,
      ),
    )
    .groupBy(importFiles.duplicateOfActivityId);
  return new Map(counted.flatMap((row) => (row.id === null ? [] : [[row.id, row.files]])));
}

async function weekTotals(
  tx: AthleteTx,
  matching: readonly (SQL | undefined)[],
  rows: readonly { day: LocalDate }[],
  firstWeekday: number,
): Promise<ActivityWeek[]> {
  const days = rows.map((row) => row.day).sort();
  const [oldest, newest] = [days[0], days.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  const totals = await tx.db
    .select({
      day: activities.day,
      activities: count(),
      timerS: sum(activities.timerS).mapWith(Number),
      distanceM: sum(activities.distanceM).mapWith(Number),
      load: sum(activities.load).mapWith(Number),
    })
    .from(activities)
    .where(
      and(
        ...matching,
        gte(activities.day, startOfWeek(oldest, firstWeekday)),
        lte(activities.day, addDays(startOfWeek(newest, firstWeekday), 6)),
      ),
    )
    .groupBy(activities.day)
    .orderBy(desc(activities.day));
  return foldWeeks(
    totals,
    new Set(days.map((day) => startOfWeek(day, firstWeekday))),
    firstWeekday,
  );
}

type DayTotals = Omit<ActivityWeek, "firstDay" | "timerS"> & {
  readonly day: LocalDate;
  readonly timerS: number | null;
};

function foldWeeks(
  days: readonly DayTotals[],
  wanted: ReadonlySet<LocalDate>,
  firstWeekday: number,
): ActivityWeek[] {
  const weeks = new Map<LocalDate, ActivityWeek>();
  for (const total of days) {
    const firstDay = startOfWeek(total.day, firstWeekday);
    if (!wanted.has(firstDay)) continue;
    const week = weeks.get(firstDay);
    weeks.set(firstDay, {
      firstDay,
      activities: (week?.activities ?? 0) + total.activities,
      timerS: (week?.timerS ?? 0) + (total.timerS ?? 0),
      distanceM: addKnown(week?.distanceM ?? null, total.distanceM),
      load: addKnown(week?.load ?? null, total.load),
    });
  }
  return [...weeks.values()];
}

function addKnown(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}
