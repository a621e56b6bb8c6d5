import { encode } from "next-auth/jwt";
import { authOptions } from "@/lib/auth/auth-options";
import { authSecret } from "@/lib/auth/auth-secret";
import { type SessionClaims, sessionCookieName } from "@/lib/auth/session-token";
import { fakeRequest } from "./fake-next-headers";

/** The cookie that next-auth makes of a sign-in, through our own callback. */
export async function cookieFor(claims: SessionClaims): Promise<string> {
  const options = authOptions();
  const token = await options.callbacks?.jwt?.({
    token: { sub: claims.userId, name: "never kept", email: "never@kept.example" },
    user: Object.assign({ id: claims.userId }, { claims }),
    account: null,
  });
  if (!token) throw new Error("The callback made no token.");
  return encode({ token, secret: authSecret(), maxAge: options.jwt?.maxAge ?? 0 });
}

/** From now on the browser holds this session cookie and no other; null for none. */
export function holdCookie(cookie: string | null): void {
  fakeRequest.cookies.clear();
  if (cookie !== null) fakeRequest.cookies.set(sessionCookieName(), cookie);
}
