import process from "node:process";
import { getDatabase, setDatabase } from "@/db/client";
import { openDatabase } from "@/db/open/open-database";
import { insightBatches } from "@/db/schema";
import { writtenInsights } from "@/lib/assistant/insight-schema";
import { athleteContextForJob, type SystemContext, systemContext } from "@/lib/auth/context";
import { startOfIsoWeek } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { env } from "@/lib/env";
import { answerMornings } from "@/lib/services/answer-mornings";
import { dispatchWeeklyBatches } from "@/lib/services/dispatch-weekly-batches";
import { deleteInsightBatch } from "@/lib/services/finish-insight-batch";
import { followInsightBatch } from "@/lib/services/follow-insight-batch";
import { readPrompts } from "@/lib/services/read-prompts";
import { rewordWeek, weeklyTask } from "@/lib/services/reword-week";
import { sendInsightBatch } from "@/lib/services/send-insight-batch";
import { takeInsightResults } from "@/lib/services/take-insight-results";
import { writeBriefing } from "@/lib/services/write-briefing";
import { writeDebrief } from "@/lib/services/write-debrief";
import { tokensIn } from "@/tests/support/anthropic/anthropic-messages";

/** What the insights' benchmark asks of its worker: all batches of a week, one after the other. */
export type Measured = {
  readonly sendMs: number;
  readonly takeMs: number;
  readonly peakMb: number;
  /** After the first and the last batch. */
  readonly firstMb: number;
  readonly lastMb: number;
  /** Of a prompt's part that is the same for everybody. */
  readonly prefixTokens: number;
};

/** An athlete whose day is put into words, and the last of their activities. */
export type AskedDay = { readonly athleteId: string; readonly activityId: string };

const MB = 1024 * 1024;
const forAthlete = athleteContextForJob;
/** Noon of this week's Monday: it has come everywhere. */
const monday = startOfIsoWeek(localDayAt(new Date(), "UTC"));
const at = (): SystemContext => ({ ...systemContext(), now: new Date(`${monday}T14:00:00Z`) });

const { databaseUrl } = env();
setDatabase(await openDatabase(databaseUrl === null ? {} : { databaseUrl }));
await dispatchWeeklyBatches(at());
const batches = await systemContext().tx(({ db }) => db.select().from(insightBatches));
const { texts } = await readPrompts();
const prefixTokens = tokensIn(`${texts.rules}\n\n${texts.weekly}`);
let [sendMs, takeMs, firstMb] = [0, 0, 0];
for (const { id } of batches) {
  let started = performance.now();
  await sendInsightBatch(at(), id, { forAthlete, taskFor: weeklyTask });
  sendMs += performance.now() - started;
  await followInsightBatch(at(), id);
  started = performance.now();
  const taking = { forAthlete, format: writtenInsights, takeAnswer: rewordWeek };
  await takeInsightResults(at(), id, taking);
  takeMs += performance.now() - started;
  await deleteInsightBatch(at(), id);
  firstMb ||= process.memoryUsage().rss / MB;
}
const lastMb = process.memoryUsage().rss / MB;
const peakMb = process.resourceUsage().maxRSS / 1024;
await writeDays(JSON.parse(process.argv[2] ?? "[]") as AskedDay[]);
const measured: Measured = {
  ...{ sendMs, takeMs, peakMb, firstMb, lastMb, prefixTokens },
};
process.stdout.write(JSON.stringify(measured));
await getDatabase().close();

/** A briefing of today and a debrief of the last activity, each asked by itself as in life. */
async function writeDays(days: readonly AskedDay[]): Promise<void> {
  for (const { athleteId, activityId } of days) {
    const ctx = await forAthlete(athleteId);
    await answerMornings(ctx, null);
    await writeBriefing(ctx, localDayAt(ctx.now, ctx.timeZone));
    await writeDebrief(ctx, activityId);
  }
}
