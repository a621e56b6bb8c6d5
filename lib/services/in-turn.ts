import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { claimTurn, releaseTurn } from "@/db/mutations/sync-turns";
import type { AthleteTx } from "@/db/scope";
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
  return inTurnOf(ctx, { find: async () => [null], isPatient }, () => work());
}

type Turn<Found> = {
  /** Looked up with the claim; where it finds nothing no turn is waited for. */
  readonly find: (tx: AthleteTx) => Promise<readonly Found[]>;
  readonly isPatient?: boolean;
};

/** The same with what there is to be worked on. */
export async function inTurnOf<T, Found>(
  ctx: AthleteContext,
  { find, isPatient = false }: Turn<Found>,
  work: (found: readonly Found[]) => Promise<T>,
): Promise<T> {
  const owner = newId();
  const claim = async (patient: boolean) => {
    const [found, isFree] = await ctx.tx(
      (tx) =>
        Promise.all([find(tx), claimTurn(tx, { owner, seconds: TURN_S, isPatient: patient })]),
      { isOneTurn: true },
    );
    if (found.length === 0 && isFree) await release();
    return isFree || found.length === 0 ? found : null;
  };
  const release = () => ctx.tx((tx) => releaseTurn(tx, owner), { isOneTurn: true });
  const deadline = performance.now() + LONGEST_WAIT_MS;
  let found = await claim(isPatient);
  while (found === null) {
    if (performance.now() > deadline) {
      throw new AppError("unavailable", "Another sync of this athlete takes long.");
    }
    await pause(LOOK_EVERY_MS);
    found = await claim(isPatient);
  }
  if (found.length === 0) return work(found);
  const prolonging = setInterval(() => {
    // Lost, it costs no more than a question that is asked twice.
    claim(false).catch((error: unknown) =>
      ctx.log.warn({ err: error }, "a turn was not prolonged"),
    );
  }, PROLONG_EVERY_MS);
  prolonging.unref();
  try {
    return await work(found);
  } finally {
    clearInterval(prolonging);
    await release();
  }
}
