import "server-only";
import { saveConnection, saveCredentials } from "@/db/mutations/connections";
import type { AthleteContext } from "@/lib/auth/context";
import { newId } from "@/lib/ids";
import type { SignedIn } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import { SYNC_EVERY_H } from "@/lib/training/source/sync-every";
import { sealForAthlete } from "./athlete-key";
import { enqueueSync } from "./request-sync";

const HOUR_MS = 3_600_000;

/**
 * Keeps an account that was just signed in to, its credentials sealed, and has it synced for the
 * first time. With a vendor there is one connection: connecting again replaces its credentials
 * and goes on where it was.
 */
export async function connectSource(
  ctx: AthleteContext,
  provider: Provider,
  signedIn: SignedIn,
): Promise<{ readonly connectionId: string }> {
  const { accountId, label, scopes, expiresAt, credentials } = signedIn;
  const account = { provider, label, scopes };
  const ends = { externalAccountId: accountId, credentialsExpireAt: expiresAt };
  const nextSyncAt = new Date(ctx.now.getTime() + SYNC_EVERY_H[provider] * HOUR_MS);
  return ctx.tx(async (tx) => {
    const { id } = await saveConnection(tx, { ...account, ...ends, nextSyncAt }, ctx.now);
    const plain = JSON.stringify(credentials);
    await saveCredentials(tx, id, await sealForAthlete(tx, "connections.credentials", id, plain));
    await enqueueSync(tx, id, "connected", newId());
    return { connectionId: id };
  });
}
