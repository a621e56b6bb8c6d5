import "server-only";
import { type DailyLoadRow, saveDailyLoads } from "@/db/mutations/save-daily-loads";
import { dailyLoadInputs } from "@/db/queries/daily-load-inputs";
import { lastComputedDay } from "@/db/queries/last-computed-day";
import type { AthleteContext } from "@/lib/auth/context";
import {
  addDays,
  daysBetween,
  earlierDay,
  type LocalDate,
  localDate,
} from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { trainingDays } from "@/lib/training/load/training-days";
import { timeStage } from "./stage-clock";

const FORMULA = "PMC-exp@1";
const COMBINED = "all";

type Input = {
  readonly day: LocalDate;
  readonly sport: string;
  readonly load: number | null;
  readonly durationS: number;
};

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
        const [inputs, last] = await Promise.all([dailyLoadInputs(tx), lastComputedDay(tx)]);
        // Days that nobody computed yet (the server was off) belong to the change.
        const from = earlierDay(localDate(fromDay), last === null ? today : addDays(last, 1));
        const rows = dailyRows(inputs, from, today);
        await saveDailyLoads(tx, from, rows);
        return { days: rows.filter((row) => row.sport === COMBINED).length };
      },
      { isLocked: true },
    ),
  );
}

function dailyRows(inputs: readonly Input[], fromDay: LocalDate, today: LocalDate): DailyLoadRow[] {
  const past = inputs.filter((input) => input.day <= today);
  const sports = new Set(past.map((input) => input.sport));
  return [
    ...rowsOf(COMBINED, past, fromDay, today),
    ...[...sports].flatMap((sport) =>
      rowsOf(
        sport,
        past.filter((input) => input.sport === sport),
        fromDay,
        today,
      ),
    ),
  ];
}

/** A series begins with its first activity: a new sport leaves the days before it as they are. */
function rowsOf(
  sport: string,
  inputs: readonly Input[],
  fromDay: LocalDate,
  today: LocalDate,
): DailyLoadRow[] {
  const firstDay = inputs.map((input) => input.day).reduce(earlierDay, today);
  if (inputs.length === 0) return [];
  const length = daysBetween(firstDay, today) + 1;
  const [load, duration] = [new Float64Array(length), new Float64Array(length)];
  for (const input of inputs) {
    const i = daysBetween(firstDay, input.day);
    load[i] = (load[i] ?? 0) + (input.load ?? 0);
    duration[i] = (duration[i] ?? 0) + input.durationS;
  }
  const start = Math.max(0, daysBetween(firstDay, fromDay));
  return trainingDays(load, start).map((values, i) => ({
    sport,
    day: addDays(firstDay, start + i),
    durationS: duration[start + i] ?? 0,
    ...values,
    formula: FORMULA,
  }));
}
