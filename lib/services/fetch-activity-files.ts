import "server-only";
import { noteActivityProblem } from "@/db/mutations/remote-activities";
import { countFetched } from "@/db/mutations/sync-runs";
import { openBatch } from "@/db/queries/open-batch";
import { type WaitingActivity, waitingActivities } from "@/db/queries/remote-activities";
import type { AthleteContext } from "@/lib/auth/context";
import { SourceError, type SourceSession } from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import { askSource } from "./ask-source";
import { receiveSyncedFile, startSyncedImport } from "./receive-synced-file";

/** One step's worth, as for the import itself. */
const LONGEST_PART_MS = 10_000;
/** More than one step ever gets through. */
const MOST_FILES = 500;
/** Files that are imported together: the first soon, those of a long history in larger groups. */
const FIRST_GROUP = 50;
const LARGEST_GROUP = 1_000;
/** Tries on one file before the others go on without it. */
const MOST_ATTEMPTS = 3;
const MOST_ATTEMPTS_UNAVAILABLE = 8;
/** So many files in a row that cannot be had are not the files' fault. */
const MOST_REFUSALS = 3;

export type FetchedPart = {
  readonly files: number;
  /** Activities whose file has yet to be fetched. */
  readonly remaining: number;
};

/**
 * Fetches the files of waiting activities for about ten seconds, the newest first, and hands them
 * to the import. One that cannot be had is told of and does not hold up the others.
 */
export async function fetchActivityFiles(
  ctx: AthleteContext,
  connectionId: string,
): Promise<FetchedPart> {
  const [{ next, waiting }, batch] = await ctx.tx(
    (tx) => Promise.all([waitingActivities(tx, connectionId, MOST_FILES), openBatch(tx, "sync")]),
    { isOneTurn: true },
  );
  if (waiting === 0) {
    if (batch !== null && batch.files > 0) await startSyncedImport(ctx);
    return { files: 0, remaining: 0 };
  }
  try {
    return await askSource(ctx, connectionId, async ({ session }) => {
      if (!session.file) return { files: 0, remaining: 0 };
      return fetchSome(ctx, { connectionId, session, next, waiting });
    });
  } catch (error) {
    await startSyncedImport(ctx);
    throw error;
  }
}

type Fetching = {
  readonly connectionId: string;
  readonly session: SourceSession;
  readonly next: readonly WaitingActivity[];
  readonly waiting: number;
};

async function fetchSome(ctx: AthleteContext, fetching: Fetching): Promise<FetchedPart> {
  const { connectionId, session, next, waiting } = fetching;
  const deadline = performance.now() + LONGEST_PART_MS;
  let [files, settled, refusals, entered] = [0, 0, 0, 0];
  for (const activity of next) {
    const outcome = await fetchOne(ctx, connectionId, session, activity);
    if (outcome.kind === "fetched") {
      files++;
      entered = outcome.entered;
    }
    if (outcome.kind !== "waiting") settled++;
    refusals = outcome.kind === "refused" || outcome.kind === "waiting" ? refusals + 1 : 0;
    if (refusals >= MOST_REFUSALS && outcome.error) throw outcome.error;
    if (performance.now() > deadline) break;
  }
  const remaining = waiting - settled;
  if (remaining === 0 || entered >= groupSize(waiting)) await startSyncedImport(ctx);
  await ctx.tx((tx) => countFetched(tx, connectionId, { files }));
  return { files, remaining };
}

/** A long history is imported in larger groups: the numbers are worked out after each. */
function groupSize(waiting: number): number {
  return Math.min(LARGEST_GROUP, Math.max(FIRST_GROUP, Math.ceil(waiting / 20)));
}

type Outcome =
  | { readonly kind: "fetched"; readonly entered: number; readonly error?: undefined }
  /** "refused": it has its end for now; "waiting": it is tried again, after the others. */
  | { readonly kind: "no_file" | "refused" | "waiting"; readonly error?: SourceError };

async function fetchOne(
  ctx: AthleteContext,
  connectionId: string,
  session: SourceSession,
  activity: WaitingActivity,
): Promise<Outcome> {
  const { externalId } = activity;
  try {
    const file = (await session.file?.(externalId)) ?? null;
    if (file !== null) {
      const { entered } = await receiveSyncedFile(ctx, { connectionId, activity, file });
      return { kind: "fetched", entered };
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.failure !== "not_found") return notFetched(ctx, connectionId, activity, error);
  }
  const found = { externalId, status: "no_file", problem: NO_FILE } as const;
  await ctx.tx((tx) => noteActivityProblem(tx, connectionId, found));
  return { kind: "no_file" };
}

/** Notes the try, and throws what is not this one activity's matter. */
async function notFetched(
  ctx: AthleteContext,
  connectionId: string,
  { externalId, attempts }: WaitingActivity,
  error: SourceError,
): Promise<Outcome> {
  const { failure } = error;
  if (failure === "signed_out" || failure === "rate_limited") throw error;
  const most = failure === "unavailable" ? MOST_ATTEMPTS_UNAVAILABLE : MOST_ATTEMPTS;
  const isOver = failure === "forbidden" || attempts + 1 >= most;
  const status = isOver ? "failed" : "waiting";
  const found = { externalId, status, problem: failedText(error) } as const;
  await ctx.tx((tx) => noteActivityProblem(tx, connectionId, found));
  if (failure === "unavailable") throw error;
  return { kind: isOver ? "refused" : "waiting", error };
}

const NO_FILE =
  "There is no recording of it there: it was entered by hand, or its file is gone. Add it here by hand if it should count.";

function failedText({ provider, failure }: SourceError): string {
  const name = PROVIDER_NAMES[provider];
  if (failure === "forbidden")
    return `${name} does not give its file. It is asked for again every day.`;
  if (failure === "unavailable") return `${name} did not answer. It is tried again by itself.`;
  return `${name} gave something that is no recording. It is asked for again every day.`;
}
