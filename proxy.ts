import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { requestIdFrom } from "@/lib/request-context";

const TWO_YEARS_S = 63_072_000;

/**
 * Gives each request its id and each page its nonce and policy. It proves nothing about who
 * asks: every page, action and handler does that itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { isHttps, isProduction } = env();
  const requestId = requestIdFrom(request.headers.get("x-request-id"));
  const forwarded = new Headers(request.headers);
  forwarded.set("x-request-id", requestId);
  forwarded.set("x-formline-path", pathOf(request));

  // Handlers answer data; their policy is the static one of next.config.mjs.
  const isPage = !request.nextUrl.pathname.startsWith("/api/");
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, isHttps, isDevelopment: !isProduction });
  if (isPage) {
    // Next reads the nonce from the policy; the root layout from its own header.
    forwarded.set("content-security-policy", policy);
    forwarded.set("x-nonce", nonce);
  }
  const response = NextResponse.next({ request: { headers: forwarded } });
  if (isPage) response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  if (isHttps) {
    response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_S}; includeSubDomains`);
  }
  return response;
}

/** Path and query as the person sees them: where sign-in leads back to. */
function pathOf(request: NextRequest): string {
  const query = new URLSearchParams(request.nextUrl.searchParams);
  query.delete("_rsc");
  const search = query.size > 0 ? `?${query}` : "";
  return request.nextUrl.pathname + search;
}

export const config = {
  // Static files need neither. Uploads and vendors' messages stay out because Next cuts bodies
  // at 10 MB behind a proxy, and calls of a job server because they are signed over the body.
  matcher: [
    "/((?!_next/static|_next/image|api/uploads|api/webhooks|api/inngest|.*\\.(?:css|ico|js|json|map|png|svg|txt|webmanifest|webp|woff2)$).*)",
  ],
};
