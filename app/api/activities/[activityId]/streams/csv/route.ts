import { z } from "zod";
import { route } from "@/lib/http/route";
import { streamsStretch } from "@/lib/schemas/activity";
import { exportStreams } from "@/lib/services/export-streams";

/** Every second of a stretch as comma-separated values, to be saved. */
export const GET = route(
  {
    auth: "athlete",
    name: "/api/activities/[activityId]/streams/csv",
    params: z.object({ activityId: z.uuid() }),
    query: streamsStretch,
  },
  async ({ ctx, params, query }) => {
    const { fileName, text } = await exportStreams(ctx, params.activityId, query);
    return new Response(text, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName}"`,
      },
    });
  },
);
