import { z } from "zod";
import { type Signed, staySignedIn } from "@/lib/integrations/http/stay-signed-in";
import type { SessionOptions, SourceError } from "@/lib/integrations/source-ports";

/** Renewed this long before they end: the vendor's clock may be ahead of ours. */
const AHEAD_S = 300;

const oauthTokens = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** Unix seconds, by our clock. */
  expiresAtEpochS: z.number(),
});
export type OAuthTokens = z.infer<typeof oauthTokens>;

type Renewal = {
  /** Exchanges a refresh token, which may hold no more afterwards. Throws `SourceError`. */
  readonly renew: (refreshToken: string) => Promise<OAuthTokens>;
  /** Thrown when what is stored holds no tokens. */
  readonly signedOut: () => SourceError;
};

/** Runs requests with an access token that holds; see `staySignedIn`. */
export function oauthSession(options: SessionOptions, { renew, signedOut }: Renewal) {
  const signed: Signed = staySignedIn(options, {
    isFresh(credentials, now) {
      const tokens = oauthTokens.safeParse(credentials);
      return tokens.success && tokens.data.expiresAtEpochS - AHEAD_S > now.getTime() / 1000;
    },
    async renew(stored) {
      const tokens = oauthTokens.safeParse(stored);
      if (!tokens.success) throw signedOut();
      return { ...stored, ...(await renew(tokens.data.refreshToken)) };
    },
  });
  return <T>(work: (accessToken: string) => Promise<T>): Promise<T> =>
    signed(({ accessToken }) => work(String(accessToken)));
}
