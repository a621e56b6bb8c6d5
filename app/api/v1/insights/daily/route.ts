import { insightsOn } from "@/db/queries/insights-on";
import { localDayAt } from "@/lib/dates/zoned-time";
import { route } from "@/lib/http/route";
import { insightsBody } from "@/lib/schemas/insights";
import { briefingOn } from "@/lib/services/briefing-on";

/**
 * The morning in a few sentences (null before its answer) and what stands out now, with its
 * evidence: three to five insights, or none.
 */
export const GET = route(
  { auth: "athlete", name: "/api/v1/insights/daily", output: insightsBody },
  ({ ctx }) =>
    ctx.tx(async (tx) => ({
      briefing: await briefingOn(tx, localDayAt(ctx.now, ctx.timeZone)),
      items: await insightsOn(tx, ctx.now),
    })),
);
