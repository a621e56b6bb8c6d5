import { activityList } from "@/db/queries/activity-list";
import { findProfile } from "@/db/queries/find-profile";
import { route } from "@/lib/http/route";
import { ACTIVITIES_PER_PAGE, activityPageQuery } from "@/lib/schemas/activity";

/** The pages of the activity list after the one that comes with the screen. */
export const GET = route(
  { auth: "athlete", name: "/api/activities", query: activityPageQuery },
  ({ ctx, query: { cursor, ...filters } }) =>
    ctx.tx(async (tx) => {
      const { firstWeekday } = await findProfile(tx);
      return activityList(tx, {
        filters,
        cursor: cursor ?? null,
        limit: ACTIVITIES_PER_PAGE,
        firstWeekday,
      });
    }),
);
