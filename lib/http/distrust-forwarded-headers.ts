import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";

const FORWARDED = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

const holder = globalThis as { formlineForwardedHeaders?: true };

/**
 * Drops what a client says about where it comes from, before anything reads it; Next then
 * fills in the socket's own address. Left alone when FORMLINE_TRUST_PROXY says that a
 * reverse proxy writes these headers. Called once, at start-up.
 */
export function distrustForwardedHeaders(): void {
  if (env().trustProxy || holder.formlineForwardedHeaders) return;
  holder.formlineForwardedHeaders = true;
  subscribe("http.server.request.start", (message) => {
    const { headers } = (message as { request: IncomingMessage }).request;
    for (const name of FORWARDED) delete headers[name];
  });
}
