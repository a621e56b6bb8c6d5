import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { metrics } from "@/lib/metrics/metrics";
import { routeMatcher } from "@/lib/metrics/route-patterns";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Where the build says which addresses there are. */
const MANIFEST = path.join(".next", "app-path-routes-manifest.json");

const holder = globalThis as { formlineTimesRequests?: true };

/** Times every answer of this process from where the request came in. Called once, at start-up. */
export function timeRequests(): void {
  if (holder.formlineTimesRequests) return;
  holder.formlineTimesRequests = true;
  const patternOf = routeMatcher(builtPatterns());
  const begun = new WeakMap<IncomingMessage, number>();
  subscribe("http.server.request.start", (message) => {
    begun.set((message as { request: IncomingMessage }).request, performance.now());
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const started = begun.get(request);
    if (started === undefined) return;
    const { method = "", url = "" } = request;
    metrics()?.requests.observe(
      {
        route: patternOf(url.split("?", 1)[0] ?? ""),
        method: METHODS.includes(method) ? method : "OTHER",
        status: String(response.statusCode),
      },
      (performance.now() - started) / 1000,
    );
  });
}

/** None in development, where pages come and go. */
function builtPatterns(): string[] {
  try {
    return Object.values(JSON.parse(readFileSync(MANIFEST, "utf8")) as Record<string, string>);
  } catch {
    return [];
  }
}
