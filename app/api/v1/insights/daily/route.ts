import { insightsOn } from "@/db/queries/insights-on";
import { route } from "@/lib/http/route";
import { insightsBody } from "@/lib/schemas/insights";

/** What stands out now, with its evidence: three to five insights, or none. */
export const GET = route(
  { auth: "athlete", name: "/api/v1/insights/daily", output: insightsBody },
  async ({ ctx }) => ({ items: await ctx.tx((tx) => insightsOn(tx, ctx.now)) }),
);
