import { and, eq, gt, lt } from "drizzle-orm";
import { oauthAttempts } from "@/db/schema/connections";
import type { AthleteTx, SystemTx } from "@/db/scope";
import type { Provider } from "@/lib/training/source/providers";

export type OAuthAttempt = {
  /** Of the state that the vendor gives back. */
  readonly stateHash: string;
  readonly provider: Provider;
  /** The PKCE verifier, sealed. */
  readonly verifier: Uint8Array;
  readonly expiresAt: Date;
};

export async function saveOAuthAttempt(tx: AthleteTx, attempt: OAuthAttempt): Promise<void> {
  await tx.db.insert(oauthAttempts).values({ ...attempt, athleteId: tx.athleteId });
}

/** Takes an attempt of the athlete's own, once; null when there is none or its time is over. */
export async function takeOAuthAttempt(
  tx: AthleteTx,
  { stateHash, provider }: Pick<OAuthAttempt, "stateHash" | "provider">,
  now: Date,
): Promise<Uint8Array | null> {
  const [taken] = await tx.db
    .delete(oauthAttempts)
    .where(
      and(
        eq(oauthAttempts.athleteId, tx.athleteId),
        eq(oauthAttempts.stateHash, stateHash),
        eq(oauthAttempts.provider, provider),
        gt(oauthAttempts.expiresAt, now),
      ),
    )
    .returning({ verifier: oauthAttempts.verifier });
  return taken?.verifier ?? null;
}

/** Removes those whose time is over. */
export async function pruneOAuthAttempts(tx: SystemTx, now: Date): Promise<void> {
  await tx.db.delete(oauthAttempts).where(lt(oauthAttempts.expiresAt, now));
}
