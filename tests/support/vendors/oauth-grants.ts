import { createHash, randomBytes } from "node:crypto";

type Grant = {
  readonly accountId: string;
  readonly scope: string;
  refreshToken: string;
  accessToken: string;
  accessEndsMs: number;
};

export type GivenTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accountId: string;
  readonly scope: string;
};

/** The sign-in of a played vendor: codes of one use, and refresh tokens that rotate. */
export function oauthGrants(accessSeconds: number) {
  const codes = new Map<string, { accountId: string; scope: string; challenge: string | null }>();
  const grants = new Set<Grant>();
  const secret = (kind: string) => `${kind}-${randomBytes(9).toString("base64url")}`;
  const give = (grant: Grant): GivenTokens => {
    grant.accessToken = secret("access");
    grant.refreshToken = secret("refresh");
    grant.accessEndsMs = Date.now() + accessSeconds * 1000;
    return grant;
  };
  return {
    /** The consent page's answer. */
    code(accountId: string, scope: string, challenge: string | null): string {
      const code = secret("code");
      codes.set(code, { accountId, scope, challenge });
      return code;
    },
    /** Null when the code is unknown, was used, or its verifier is wrong. */
    exchange(code: string, verifier: string | null): GivenTokens | null {
      const found = codes.get(code);
      codes.delete(code);
      if (!found) return null;
      const { accountId, scope, challenge } = found;
      if (challenge !== null && challenge !== challengeOf(verifier ?? "")) return null;
      const grant = { accountId, scope, refreshToken: "", accessToken: "", accessEndsMs: 0 };
      grants.add(grant);
      return give(grant);
    },
    /** Null for any but the newest refresh token. */
    renew(refreshToken: string): GivenTokens | null {
      const grant = [...grants].find((one) => one.refreshToken === refreshToken);
      return grant ? give(grant) : null;
    },
    /** Whose access token this is; null when it holds no more. */
    accountOf(authorization: string | undefined): string | null {
      const token = (authorization ?? "").replace(/^Bearer /, "");
      const grant = [...grants].find((one) => one.accessToken === token);
      return grant && grant.accessEndsMs > Date.now() ? grant.accountId : null;
    },
    /** The athlete takes the access back. */
    end(accountId: string): void {
      for (const grant of grants) if (grant.accountId === accountId) grants.delete(grant);
    },
    /** Every access token runs out; the refresh tokens hold. */
    expireAccess(): void {
      for (const grant of grants) grant.accessEndsMs = 0;
    },
  };
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
