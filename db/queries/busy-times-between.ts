import { and, asc, eq, gt, lt } from "drizzle-orm";
import { busyTimes } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";

export type BusyTimeRow = {
  readonly startAt: Date;
  readonly endAt: Date;
  readonly isAllDay: boolean;
};

/** When the athlete is busy by all calendars, as far as it touches the time from `from` to `to`. */
export async function busyTimesBetween(
  tx: AthleteTx,
  from: Date,
  to: Date,
): Promise<BusyTimeRow[]> {
  return tx.db
    .select({
      startAt: busyTimes.startAt,
      endAt: busyTimes.endAt,
      isAllDay: busyTimes.isAllDay,
    })
    .from(busyTimes)
    .where(
      and(
        eq(busyTimes.athleteId, tx.athleteId),
        lt(busyTimes.startAt, to),
        gt(busyTimes.endAt, from),
      ),
    )
    .orderBy(asc(busyTimes.startAt), asc(busyTimes.endAt));
}
