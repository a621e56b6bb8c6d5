import "server-only";
import { signInSchema } from "@/lib/schemas/sign-in";
import { startSession } from "@/lib/services/start-session";
import { systemContext } from "./context";
import { requestOrigin } from "./request-origin";
import { readSessionToken, type SessionClaims } from "./session-token";

type IncomingHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Sign-in with address and password. Throws a constant code, because next-auth puts the
 * message into a URL: "invalid" or "rate_limited:SECONDS"; anything else is "unavailable".
 */
export async function authorize(
  credentials: Readonly<Record<string, unknown>>,
  incoming: IncomingHeaders,
): Promise<SessionClaims> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const input = signInSchema.safeParse(credentials);
  if (!input.success) throw new Error("invalid");
  const ctx = systemContext({ requestId: headers.get("x-request-id") });
  const started = await startSession(
    ctx,
    input.data,
    requestOrigin(headers),
    await readSessionToken(cookieJar(headers.get("cookie"))),
  ).catch((error) => {
    ctx.log.error({ err: error }, "sign-in failed");
    throw new Error("unavailable");
  });
  if (started.ok) return started;
  throw new Error(
    started.code === "rate_limited" ? `rate_limited:${started.retryAfterS}` : started.code,
  );
}

function cookieJar(header: string | null): Map<string, { readonly value: string }> {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("="));
  return new Map(pairs.map(([name = "", ...value]) => [name, { value: value.join("=") }]));
}
