import "server-only";
import { morningOn } from "@/db/queries/morning-on";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { type Replay, replayAnswer } from "./replay-answer";

/**
 * The answer of a day beside what the rules of now say to the very inputs that it was made from;
 * null for a day that has no answer. Nothing is changed.
 */
export async function replayMorning(ctx: AthleteContext, day: string): Promise<Replay | null> {
  const morning = await ctx.tx((tx) => morningOn(tx, localDate(day)));
  return morning && replayAnswer(morning);
}
