import { encode } from "next-auth/jwt";

export type CookieClaims = {
  readonly userId: string;
  readonly sessionId: string;
  readonly epoch: number;
};

/** The cookie that the server would have set at sign-in, for a server with this secret on http. */
export async function sessionCookie(claims: CookieClaims, secret: string): Promise<string> {
  const { userId, sessionId, epoch } = claims;
  const token = await encode({ token: { sub: userId, sid: sessionId, epoch }, secret });
  return `formline.session=${token}`;
}
