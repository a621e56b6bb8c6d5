import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { updateProfile } from "@/db/mutations/update-profile";
import { findProfile } from "@/db/queries/find-profile";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { AppError } from "@/lib/errors";
import type { ChooseWeightsInput } from "@/lib/schemas/track-record";
import type { OwnWeights } from "@/lib/training/recovery/recovery-types";
import { showTrackRecord } from "./show-track-record";

/**
 * Takes the proposed weights of the recovery score from today on, or goes back to REC-1's own.
 * The mornings before today stay as they were answered. Throws "conflict" when nothing, or
 * something else, is proposed by now.
 */
export async function chooseWeights(
  ctx: AthleteContext,
  { choice }: ChooseWeightsInput,
): Promise<void> {
  const today = localDayAt(ctx.now, ctx.timeZone);
  await ctx.tx(async (tx) => {
    const { ownWeights } = await findProfile(tx);
    // Of weights that were taken today, nothing is left when they go.
    const ended = ownWeights
      .map((own) => (own.untilDay === null ? { ...own, untilDay: today } : own))
      .filter(({ fromDay, untilDay }) => fromDay !== untilDay);
    const taken: OwnWeights[] = [];
    if (choice === "own") {
      const { proposal } = await showTrackRecord(tx, today);
      const { weights, correlation, mornings, formula } = proposal;
      if (weights === null || correlation === null) throw nothingProposed();
      taken.push({ fromDay: today, untilDay: null, weights, correlation, mornings, formula });
    }
    await updateProfile(tx, { ownWeights: [...ended, ...taken] });
    const { athleteId } = ctx;
    await enqueueEvent(tx, events.daysChanged.create({ athleteId, fromDay: today }));
  });
}

function nothingProposed(): AppError {
  return new AppError(
    "conflict",
    "These weights are not proposed any more. Reload the page to see what is.",
  );
}
