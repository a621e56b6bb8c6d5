import { morningOn } from "@/db/queries/morning-on";
import { athleteContextForCommandLine } from "@/lib/auth/context";
import { parseLocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { answerMornings } from "@/lib/services/answer-mornings";
import { recomputeDays } from "@/lib/services/recompute-days";
import type { Command } from "./command";
import { morningText } from "./morning-text";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

export const todayCommand: Command = {
  name: "today",
  summary: "an athlete's recovery, decision and workout of the day",
  database: "open",
  help: `Usage: formline today --athlete EMAIL [--date YYYY-MM-DD] [--json]

Prints the morning's answer: recovery score with its parts, go / ease / rest with the
path that led to it, and the recommended workout. Today's is computed if the morning
has not run yet.

  --athlete EMAIL   whose day (required)
  --date DAY        another day; today in the athlete's time zone when left out
  --json            the whole receipt as one JSON object

Exit code: 0, or 1 when there is nothing to say about that day.
`,
  async run(args, io) {
    const { values } = parseOptions(args, {
      athlete: { type: "string" },
      date: { type: "string" },
      json: { type: "boolean", default: false },
    });
    if (!values.athlete) throw new UsageError("Say whose day it is: --athlete EMAIL");
    const ctx = await athleteContextForCommandLine(values.athlete);
    const today = localDayAt(ctx.now, ctx.timeZone);
    const day = values.date === undefined ? today : parseLocalDate(values.date);
    if (day === null) throw new UsageError(`${values.date} is not a day. Write it as 2026-11-21.`);
    let morning = await ctx.tx((tx) => morningOn(tx, day));
    if (!morning && day === today) {
      await recomputeDays(ctx, day);
      await answerMornings(ctx, day);
      morning = await ctx.tx((tx) => morningOn(tx, day));
    }
    if (!morning) {
      io.err(`There is no morning of ${day} for ${values.athlete}: no data reaches that day.\n`);
      return 1;
    }
    io.out(values.json ? `${JSON.stringify(morning)}\n` : morningText(morning));
    return 0;
  },
};
