import "server-only";
import { type MorningSource, morningSources } from "@/db/queries/morning-sources";
import type { AthleteContext } from "@/lib/auth/context";
import { SourceError } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import { inTurnOf } from "./in-turn";
import { syncConnection } from "./sync-connection";

/** A vendor that wants a longer pause is not waited for: the morning goes on without it. */
const LONGEST_PAUSE_S = 30;

/** How asking the athlete's sources for the night went. */
export type MorningSync = {
  readonly asked: number;
  /** Those that gave no answer: the morning goes on with what is stored. */
  readonly unreached: readonly Provider[];
};

/**
 * Brings every connection that a night may come from up to date, between two pieces of what
 * else is being fetched. Throws `SourceError` for a failure that may be over in seconds, so that
 * the job tries again.
 */
export async function syncForMorning(ctx: AthleteContext): Promise<MorningSync> {
  return inTurnOf(ctx, { find: morningSources }, (sources) => syncAll(ctx, sources));
}

async function syncAll(
  ctx: AthleteContext,
  sources: readonly MorningSource[],
): Promise<MorningSync> {
  const unreached: Provider[] = [];
  let passing: SourceError | null = null;
  for (const { id, provider } of sources) {
    try {
      const synced = await syncConnection(ctx, id, "morning");
      if (synced?.problemCode) unreached.push(provider);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      unreached.push(provider);
      if (isPassing(error)) passing = error;
    }
  }
  if (passing) throw passing;
  return { asked: sources.length, unreached };
}

/** The same from what is noted on the connections, once asking has failed for good. */
export async function unreachedForMorning(ctx: AthleteContext): Promise<MorningSync> {
  const sources = await ctx.tx(morningSources);
  const failing = sources.filter((source) => source.problemCode !== null);
  return { asked: sources.length, unreached: failing.map((source) => source.provider) };
}

function isPassing({ failure, retryAfterS }: SourceError): boolean {
  if (failure !== "unavailable" && failure !== "rate_limited") return false;
  return (retryAfterS ?? 0) <= LONGEST_PAUSE_S;
}
