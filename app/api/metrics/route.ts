import { notFound } from "@/lib/errors";
import { hasMetricsToken } from "@/lib/http/has-metrics-token";
import { route } from "@/lib/http/route";
import { metricsOfAllProcesses } from "@/lib/metrics/all-processes";
import { metrics } from "@/lib/metrics/metrics";
import { collectMetrics } from "@/lib/services/collect-metrics";

/** For Prometheus, which knows the token; for anybody else, and without a token, there is nothing. */
export const GET = route({ auth: "public", name: "/api/metrics" }, async ({ ctx, request }) => {
  const counted = metrics();
  if (counted === null || !hasMetricsToken(request.headers)) throw notFound("This page");
  const parts = [await metricsOfAllProcesses(counted), await collectMetrics(ctx)];
  return new Response(
    parts
      .map((part) => part.trimEnd())
      .join("\n")
      .concat("\n"),
    {
      headers: { "content-type": counted.registry.contentType },
    },
  );
});
