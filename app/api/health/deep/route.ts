import { requireAdminForApi } from "@/lib/auth/current-admin";
import { hasMetricsToken } from "@/lib/http/has-metrics-token";
import { route } from "@/lib/http/route";
import { healthBody } from "@/lib/schemas/operations";
import { checkHealth } from "@/lib/services/check-health";

/**
 * For an admin, or a monitor that knows the token of the metrics: 200 when this process can
 * serve, else 503; what somebody should look at stands in `problems` either way.
 */
export const GET = route({ auth: "public", name: "/api/health/deep" }, async ({ ctx, request }) => {
  if (!hasMetricsToken(request.headers)) await requireAdminForApi();
  const health = await checkHealth(ctx);
  const { readiness, problems } = health;
  const status = !readiness.isReady ? "not_ready" : problems.length > 0 ? "degraded" : "ok";
  const answer = healthBody.parse({ ...health, parts: readiness.parts, status });
  return Response.json(answer, { status: readiness.isReady ? 200 : 503 });
});
