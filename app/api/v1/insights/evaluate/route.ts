import { route } from "@/lib/http/route";
import { evaluatedBody } from "@/lib/schemas/insights";
import { evaluateInsights } from "@/lib/services/evaluate-insights";

/** Looks anew, on request: what was told ends, what stands out now takes its place. */
export const POST = route(
  { auth: "athlete", name: "/api/v1/insights/evaluate", output: evaluatedBody },
  ({ ctx }) => evaluateInsights(ctx, "asked"),
);
