import "server-only";
import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { authSecret } from "./auth-secret";
import { authorize } from "./authorize";
import { ABSOLUTE_DAYS } from "./session-lifetime";
import { type SessionClaims, sessionCookieName } from "./session-token";

const MAX_AGE_S = ABSOLUTE_DAYS * 86_400;

let options: NextAuthOptions | undefined;

/**
 * next-auth does what it is good at: the CSRF token, the encrypted cookie and the form
 * protocol. Whether a session is live is decided by our own registry (`getCurrentSession`).
 */
export function authOptions(): NextAuthOptions {
  options ??= {
    secret: authSecret(),
    useSecureCookies: env().isHttps,
    session: { strategy: "jwt", maxAge: MAX_AGE_S },
    jwt: { maxAge: MAX_AGE_S },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: env().isHttps },
      },
    },
    providers: [
      CredentialsProvider({
        name: "password",
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) =>
          asUser(await authorize(credentials ?? {}, request.headers ?? {})),
      }),
    ],
    callbacks: {
      // Called with `user` only at sign-in: the token never changes afterwards.
      jwt: ({ token, user }) => (user ? tokenOf(user) : token),
    },
    logger: {
      error: (code, metadata) => logger().error({ code, err: errorOf(metadata) }, "next-auth"),
      warn: (code) => logger().warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
  return options;
}

type SignedInUser = User & { readonly claims: SessionClaims };

function asUser(claims: SessionClaims): SignedInUser {
  return { id: claims.userId, claims };
}

function tokenOf(user: User): { sub: string; sid: string; epoch: number } {
  const { userId, sessionId, epoch } = (user as SignedInUser).claims;
  return { sub: userId, sid: sessionId, epoch };
}

function errorOf(metadata: unknown): unknown {
  if (metadata instanceof Error) return metadata;
  return (metadata as { error?: unknown } | null)?.error;
}
