import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { notFound } from "@/lib/errors";
import { assertSameOrigin } from "@/lib/http/assert-same-origin";
import { errorBody, toAppError } from "@/lib/http/error-body";
import { requestIdFrom, withRequestContext } from "@/lib/request-context";
import { authOptions } from "./auth-options";

/** What of next-auth is open to the world; the rest (its log, its pages, its sessions) is not. */
const OPEN = new Set(["GET csrf", "GET providers", "POST callback/credentials"]);

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** next-auth's own endpoints, reduced to what the sign-in form calls. */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const requestId = requestIdFrom(request.headers.get("x-request-id"));
  return withRequestContext({ requestId, route: "/api/auth/[...nextauth]" }, async () => {
    try {
      const action = (await context.params).nextauth.join("/");
      if (!OPEN.has(`${request.method} ${action}`)) throw notFound("This page");
      if (request.method === "POST") assertSameOrigin(request.headers);
      return await NextAuth(request, context, authOptions());
    } catch (error) {
      const shown = toAppError(error);
      return Response.json(errorBody(shown, requestId, new Date()), {
        status: shown.status,
        headers: { "cache-control": "no-store", "x-request-id": requestId },
      });
    }
  });
}
