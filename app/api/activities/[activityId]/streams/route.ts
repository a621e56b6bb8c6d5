import { z } from "zod";
import { route } from "@/lib/http/route";
import { activityStreamsBody, activityStreamsQuery } from "@/lib/schemas/activity";
import { drawStreams } from "@/lib/services/draw-streams";

/** The lines of the streams chart, thinned to its pixels, and exact averages of the same stretch. */
export const GET = route(
  {
    auth: "athlete",
    name: "/api/activities/[activityId]/streams",
    params: z.object({ activityId: z.uuid() }),
    query: activityStreamsQuery,
    output: activityStreamsBody,
  },
  ({ ctx, params, query }) => drawStreams(ctx, params.activityId, query),
);
