import "server-only";
import { assignWatchedFolders, noteFolderGone } from "@/db/mutations/watched-folders";
import { listUsers } from "@/db/queries/system";
import type { SystemTx } from "@/db/scope";
import type { SystemContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import type { AthleteId } from "@/lib/ids";
import type { WatchedFolder } from "@/lib/integrations/ports";
import { watchedPlaces } from "./watched-places";

type Problem = { readonly problem: string };

const NOTHING = { folders: [], files: 0 };

/** What was said last, so that the log is told once and not every two minutes. */
let lastStrays = 0;

/**
 * Finds out which athletes have a part of the watched folder and keeps that for the looks that
 * follow. The demo athlete has none. When the folder cannot be read, they are told.
 */
export async function dispatchFolderLooks(
  ctx: SystemContext,
): Promise<{ athleteIds: readonly AthleteId[] }> {
  const folder = ctx.ports.watchedFolder;
  if (folder === null) return { athleteIds: [] };
  const entries = await entriesOf(folder);
  if ("problem" in entries) {
    ctx.log.warn("the watched folder cannot be read");
    await ctx.tx((tx) => tellAll(tx, entries.problem, ctx.now));
    return { athleteIds: [] };
  }
  const { places, strays } = await ctx.tx(async (tx) => {
    const found = watchedPlaces(entries, athletesAmong(await listUsers(tx)));
    await assignWatchedFolders(tx, found.places);
    return found;
  });
  if (strays > 0 && strays !== lastStrays) {
    ctx.log.warn(
      { strays },
      "files or folders directly in the watched folder belong to nobody: with several athletes, each needs a sub-folder named by their e-mail address",
    );
  }
  lastStrays = strays;
  return { athleteIds: places.map((place) => place.athleteId) };
}

async function entriesOf(folder: WatchedFolder) {
  try {
    return await folder.entries();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problem: error.message } satisfies Problem;
  }
}

/** Also somebody who is alone on the server, and whose it would be. */
async function tellAll(tx: SystemTx, problem: string, at: Date): Promise<void> {
  const { places } = watchedPlaces(NOTHING, athletesAmong(await listUsers(tx)));
  if (places.length > 0) await assignWatchedFolders(tx, places);
  await noteFolderGone(tx, problem, at);
}

type User = Awaited<ReturnType<typeof listUsers>>[number];

function athletesAmong(users: readonly User[]) {
  return users.flatMap(({ athleteId, email, isDemo }) =>
    athleteId === null || isDemo ? [] : [{ athleteId, email }],
  );
}
