"use client";

/** What came of signing in, in words that a form can show. */
export type SignInResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: "invalid" | "unavailable" }
  | { readonly ok: false; readonly code: "rate_limited"; readonly retryAfterS: number };

/** Signs in with address and password; on success the session cookie is set. Never throws. */
export async function signInWithPassword(email: string, password: string): Promise<SignInResult> {
  try {
    // Loaded when it is needed: the form is usable before.
    const { signIn } = await import("next-auth/react");
    const answer = await signIn("credentials", { redirect: false, email, password });
    // Without its CSRF cookie (cookies are blocked) it says "ok" and leads back to the form.
    const isRefused = answer?.url?.includes("csrf=true") ?? true;
    if (answer?.ok && !answer.error && !isRefused) return { ok: true };
    return failure(answer?.error ?? "unavailable");
  } catch {
    return { ok: false, code: "unavailable" };
  }
}

function failure(error: string): SignInResult {
  const [code, seconds] = error.split(":");
  if (code === "rate_limited") {
    return { ok: false, code, retryAfterS: Math.max(1, Number(seconds) || 1) };
  }
  return { ok: false, code: code === "invalid" ? code : "unavailable" };
}
