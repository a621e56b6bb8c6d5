import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { claimTurn, releaseTurn } from "@/db/mutations/sync-turns";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";

/** What a process held that was killed is free again after so long; prolonged while it works. */
const TURN_S = 15;
const PROLONG_EVERY_MS = 4_000;
const LOOK_EVERY_MS = 100;
/** Longer than a piece of work takes with a vendor that is slow. */
const LONGEST_WAIT_MS = 60_000;

/**
 * One piece of an athlete's syncing, of some seconds, while no other one of them runs, in
 * whatever job and process: two would move the same cursors and ask a vendor twice at once. A
 * patient one lets the others go first: a long history does not hold a morning up. Throws
 * "unavailable", to be tried again, when its turn does not come.
 */
export async function inTurn<T>(
  ctx: AthleteContext,
  work: () => Promise<T>,
  { isPatient = false }: { readonly isPatient?: boolean } = {},
): Promise<T> {
  const owner = newId();
  const claim = (patient: boolean) =>
    ctx.tx((tx) => claimTurn(tx, { owner, seconds: TURN_S, isPatient: patient }));
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (!(await claim(isPatient))) {
    if (performance.now() > deadline) {
      throw new AppError("unavailable", "Another sync of this athlete takes long.");
    }
    await pause(LOOK_EVERY_MS);
  }
  const prolonging = setInterval(() => {
    // Lost, it costs no more than a question that is asked twice.
    claim(false).catch((error: unknown) =>
      ctx.log.warn({ err: error }, "a turn was not prolonged"),
    );
  }, PROLONG_EVERY_MS);
  prolonging.unref();
  try {
    return await work();
  } finally {
    clearInterval(prolonging);
    await ctx.tx((tx) => releaseTurn(tx, owner));
  }
}
