import type { AthleteId } from "@/lib/ids";
import type { TransactionOptions, Tx, WithCommit } from "./client";

declare const scoped: unique symbol;

/**
 * An open transaction that can see one athlete's rows and no others. Made only by
 * `runAsAthlete`; every function in db/queries and db/mutations that touches athlete
 * data takes it first, so calling one without having passed a gate does not compile.
 */
export type AthleteTx = {
  readonly athleteId: AthleteId;
  readonly db: Tx;
  readonly withCommit: WithCommit;
  readonly [scoped]: "athlete";
};

/** An open transaction of the system itself: identity, jobs, dispatch. */
export type SystemTx = {
  readonly db: Tx;
  readonly withCommit: WithCommit;
  readonly [scoped]: "system";
};

/** `isLocked`: what else asks for the same lock of this athlete (`lockAthlete`) waits until the end. */
export type RunAsAthlete = <T>(
  work: (tx: AthleteTx) => Promise<T>,
  options?: TransactionOptions & { readonly isLocked?: boolean },
) => Promise<T>;
/** `isScheduling`: one such transaction at a time over all processes. */
export type RunAsSystem = <T>(
  work: (tx: SystemTx) => Promise<T>,
  options?: { readonly isScheduling?: boolean },
) => Promise<T>;
