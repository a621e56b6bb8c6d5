import "server-only";
import { createHash } from "node:crypto";
import { saveOAuthAttempt } from "@/db/mutations/oauth-attempts";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import { newSecret } from "@/lib/ids";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import type { Provider } from "@/lib/training/source/providers";
import { sealForAthlete } from "./athlete-key";

/** As long as somebody takes to read what they agree to. */
const ATTEMPT_MS = 10 * 60_000;

/**
 * The vendor's page on which the athlete agrees. What comes back is only taken with the state
 * that goes along, by the same athlete, once, within ten minutes.
 */
export async function beginOAuth(
  ctx: AthleteContext,
  provider: Provider,
): Promise<{ readonly url: URL }> {
  const source = ctx.ports.sources.oauth(provider);
  if (source === null) throw notFound(`A way to connect ${PROVIDER_NAMES[provider]}`);
  const [state, verifier] = [newSecret(), newSecret()];
  const stateHash = hashOfState(state);
  await ctx.tx(async (tx) => {
    const sealed = await sealForAthlete(tx, "oauth_attempts.verifier", stateHash, verifier);
    const expiresAt = new Date(ctx.now.getTime() + ATTEMPT_MS);
    await saveOAuthAttempt(tx, { stateHash, provider, verifier: sealed, expiresAt });
  });
  const codeChallenge = createHash("sha256").update(verifier).digest("base64url");
  const redirectUri = ctx.ports.sources.redirectUri(provider);
  return { url: source.consentUrl({ state, codeChallenge, redirectUri }) };
}

/** What is kept of a state: who reads the database cannot give it back. */
export function hashOfState(state: string): string {
  return createHash("sha256").update(state).digest("hex");
}
