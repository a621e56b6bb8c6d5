import type { CheckIn } from "@/db/queries/morning-history";
import type { MorningNight } from "@/db/queries/wellness-window";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";
import {
  type LastingSigns,
  lastingFeel,
  lastingHrv,
  lastingRestingHr,
} from "@/lib/training/recovery/lasting-signs";
import { nightsOfLastSource } from "@/lib/training/recovery/of-last-source";
import { feelOf } from "@/lib/training/recovery/readiness-signals";

/** Days before its own that a morning's answer looks back on: sixty nights of HRV. */
export const SIGN_NIGHTS = 60;
/** A week of answers and the four weeks before it. */
export const SIGN_ANSWERS = 35;
/** Four weeks, and the fitness that they began with. */
export const SIGN_LOADS = 29;

type Sourced = Pick<MorningNight, "day" | "hrvRmssdMs" | "hrvSource" | "restingHrBpm" | "sources">;

/** What the nights up to `day` say of a week, those of the device that measured last. */
export function nightSigns(
  wellness: readonly Sourced[],
  day: LocalDate,
): Pick<LastingSigns, "hrv" | "restingHr"> {
  const first = addDays(day, -SIGN_NIGHTS);
  const nights = wellness.filter((night) => night.day >= first && night.day <= day);
  const { hrv, restingHr } = nightsOfLastSource(nights);
  return {
    hrv: lastingHrv(columnOf(hrv, first, day, (night) => night.hrvRmssdMs)),
    restingHr: lastingRestingHr(columnOf(restingHr, first, day, (night) => night.restingHrBpm)),
  };
}

/** What the answers before `day` say of a week; today's has a signal of its own. */
export function feelSign(checkIns: readonly CheckIn[], day: LocalDate): LastingSigns["feel"] {
  const first = addDays(day, -SIGN_ANSWERS);
  const before = checkIns.filter((row) => row.day >= first && row.day < day);
  return lastingFeel(columnOf(before, first, addDays(day, -1), feelOf));
}

function columnOf<Row extends { readonly day: LocalDate }>(
  rows: readonly Row[],
  from: LocalDate,
  to: LocalDate,
  value: (row: Row) => number | null,
): (number | null)[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  return eachDay(from, to).map((day) => {
    const row = byDay.get(day);
    return row ? value(row) : null;
  });
}
