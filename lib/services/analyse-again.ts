import "server-only";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";
import { type AnalysedActivity, analyseRecording } from "./analyse-recording";
import { capacitiesOf } from "./capacities-of";
import type { ReadFile } from "./read-import-files";

/** One session of a file of the ledger, read again and analysed with the athlete's edits. */
export async function analyseAgain(
  ctx: AthleteContext,
  tx: AthleteTx,
  from: {
    readonly file: ReadFile;
    readonly sessionIndex: number;
    readonly edits: readonly ActivityEdit[];
  },
): Promise<AnalysedActivity> {
  const { file, sessionIndex, edits } = from;
  const content = await ctx.ports.files.read(await ctx.ports.spool.read(file.spoolKey), "");
  const recorded = content.kind === "activities" ? content.activities[sessionIndex] : undefined;
  if (recorded === undefined) throw new Error("The file is not what it was a moment ago.");
  const capacities = await capacitiesOf(tx);
  return analyseRecording(ctx, recorded, { hints: file.hints, capacities, edits });
}
