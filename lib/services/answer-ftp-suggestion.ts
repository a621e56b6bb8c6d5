import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { saveThreshold } from "@/db/mutations/save-threshold";
import { updateProfile } from "@/db/mutations/update-profile";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { AppError } from "@/lib/errors";
import type { AnswerFtpInput } from "@/lib/schemas/threshold";
import { estimateCriticalPower } from "./estimate-critical-power";
import { suggestFtp } from "./suggest-ftp";

/**
 * Takes the suggested FTP over from today on, or keeps the one in use and remembers that. The
 * past stays as it was calculated. Throws "conflict" when the suggestion is another by now.
 */
export async function answerFtpSuggestion(
  ctx: AthleteContext,
  { suggestedW, answer }: AnswerFtpInput,
): Promise<void> {
  const today = localDayAt(ctx.now, ctx.timeZone);
  await ctx.tx(async (tx) => {
    const now = await suggestFtp(tx, await estimateCriticalPower(tx, today));
    if (now?.suggestedW !== suggestedW) {
      throw new AppError(
        "conflict",
        "The suggestion has changed since this page was opened. Reload it to see the new one.",
      );
    }
    if (answer === "keep") return updateProfile(tx, { refusedFtpW: suggestedW });
    await saveThreshold(tx, {
      kind: "ftp_w",
      sport: "cycling",
      value: suggestedW,
      validFrom: today,
      source: "estimate",
    });
    const { athleteId } = ctx;
    await enqueueEvent(tx, events.thresholdsChanged.create({ athleteId, fromDay: today }));
  });
}
