import "server-only";
import { takeOAuthAttempt } from "@/db/mutations/oauth-attempts";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, notFound } from "@/lib/errors";
import { SourceError } from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import type { Provider } from "@/lib/training/source/providers";
import { openForAthlete } from "./athlete-key";
import { hashOfState } from "./begin-oauth";
import { connectSource } from "./connect-source";

export type ConsentAnswer = {
  readonly state: string;
  /** Null when the athlete did not agree. */
  readonly code: string | null;
  readonly scope: string | null;
};

/**
 * Takes what the vendor's consent page led back with and connects the account. Throws
 * "forbidden" for a state that is unknown, used, too old or another athlete's, "conflict" when the
 * athlete did not agree, "unavailable" when the vendor gave no tokens for the code.
 */
export async function finishOAuth(
  ctx: AthleteContext,
  provider: Provider,
  answer: ConsentAnswer,
): Promise<{ readonly connectionId: string }> {
  const name = PROVIDER_NAMES[provider];
  const source = ctx.ports.sources.oauth(provider);
  if (source === null) throw notFound(`A way to connect ${name}`);
  const stateHash = hashOfState(answer.state);
  const codeVerifier = await ctx.tx(async (tx) => {
    const sealed = await takeOAuthAttempt(tx, { stateHash, provider }, ctx.now);
    return sealed && openForAthlete(tx, "oauth_attempts.verifier", stateHash, sealed);
  });
  if (codeVerifier === null) {
    throw new AppError("forbidden", "This way to connect has run out. Begin again.");
  }
  const { code, scope } = answer;
  if (code === null) {
    throw new AppError("conflict", `${name} was not connected, because you did not agree to it.`);
  }
  const redirectUri = ctx.ports.sources.redirectUri(provider);
  const signedIn = await source
    .signInWithCode({ code, codeVerifier, redirectUri, scope })
    .catch((cause: unknown) => {
      if (!(cause instanceof SourceError)) throw cause;
      const { failure, status } = cause;
      ctx.log.warn({ provider, failure, status }, "a consent could not be exchanged for tokens");
      throw new AppError("unavailable", `${name} gave no access. Begin again.`, { cause });
    });
  return connectSource(ctx, provider, signedIn);
}
