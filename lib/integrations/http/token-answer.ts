import { z } from "zod";

const text = z.string().min(1).nullish().catch(null);
const seconds = z.number().positive().nullish().catch(null);
const answer = z.object({
  access_token: text,
  accessToken: text,
  refresh_token: text,
  refreshToken: text,
  expires_in: seconds,
  expiresIn: seconds,
  refresh_token_expires_in: seconds,
});

export type TokenAnswer = {
  readonly accessToken: string;
  /** Null when the old one goes on to hold. */
  readonly refreshToken: string | null;
  /** Seconds; null when it was not said. */
  readonly expiresInS: number | null;
  readonly refreshExpiresInS: number | null;
};

/** A token endpoint's answer; null when there is no access token in it. */
export function readTokenAnswer(payload: unknown): TokenAnswer | null {
  const parsed = answer.safeParse(payload);
  if (!parsed.success) return null;
  const { data } = parsed;
  const accessToken = data.access_token ?? data.accessToken;
  if (!accessToken) return null;
  return {
    accessToken,
    refreshToken: data.refresh_token ?? data.refreshToken ?? null,
    expiresInS: data.expires_in ?? data.expiresIn ?? null,
    refreshExpiresInS: data.refresh_token_expires_in ?? null,
  };
}
