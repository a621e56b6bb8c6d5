import "server-only";
import { saveDailyLoads } from "@/db/mutations/save-daily-loads";
import { dailyLoadInputs } from "@/db/queries/daily-load-inputs";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { lastComputedDay } from "@/db/queries/last-computed-day";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, earlierDay, type LocalDate, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { continuedRows, dailyRows, KNOWN_DAYS } from "./daily-rows";
import { timeStage } from "./stage-clock";

const COMBINED = "all";

/**
 * Brings load, fitness, fatigue and form up to today, per sport and combined. Rows before
 * `fromDay` are left as they are: nothing on them can have changed.
 */
export async function recomputeDays(
  ctx: AthleteContext,
  fromDay: string,
): Promise<{ days: number }> {
  const today = localDayAt(ctx.now, ctx.timeZone);
  return timeStage("load", () =>
    ctx.tx(
      async (tx) => {
        const { from, rows } = await newRows(tx, localDate(fromDay), today);
        tx.withCommit(saveDailyLoads(tx, from, rows));
        return { days: rows.filter((row) => row.sport === COMBINED).length };
      },
      { isLocked: true },
    ),
  );
}

/** Of a change of the last days, the days before it tell enough; else all that was ever done. */
async function newRows(tx: AthleteTx, fromDay: LocalDate, today: LocalDate) {
  const [last, stored, recent] = await Promise.all([
    lastComputedDay(tx),
    dailyLoadsBetween(tx, addDays(fromDay, -KNOWN_DAYS), addDays(fromDay, -1)),
    dailyLoadInputs(tx, fromDay),
  ]);
  // Days that nobody computed yet (the server was off) belong to the change.
  const from = earlierDay(fromDay, last === null ? today : addDays(last, 1));
  const span = { fromDay: from, today };
  const continued = from === fromDay ? continuedRows(stored, recent, span) : null;
  return { from, rows: continued ?? dailyRows(await dailyLoadInputs(tx), span) };
}
