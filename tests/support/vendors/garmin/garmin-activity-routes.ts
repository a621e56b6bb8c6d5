import { type GarminActivity, zippedRecording } from "./garmin-account";
import type { AccountRoute } from "./garmin-day-routes";

/** More than this is never answered at once, whatever was asked. */
const MOST_PER_PAGE = 100;

const listed = ({ id, startMs, title }: GarminActivity) => ({
  activityId: id,
  activityName: title,
  beginTimestamp: startMs,
  startTimeGMT: new Date(startMs).toISOString().slice(0, 19).replace("T", " "),
  activityType: { typeId: 1, typeKey: "running" },
  distance: 1800,
  duration: 600,
});

const NOT_FOUND = { status: 404, json: { message: "HTTP 404 Not Found" } };

export const ACTIVITY_ROUTES: readonly AccountRoute[] = [
  {
    path: /^\/activitylist-service\/activities\/search\/activities$/,
    answer(account, { query }) {
      const limit = Math.min(MOST_PER_PAGE, Number(query.get("limit") ?? 20));
      return { json: account.list(Number(query.get("start") ?? 0), limit).map(listed) };
    },
  },
  {
    path: /^\/download-service\/files\/activity\/(?<id>\d+)$/,
    answer(account, { parts }) {
      const activity = account.find(Number(parts.id));
      if (!activity) return NOT_FOUND;
      return {
        headers: { "content-type": "application/x-zip-compressed" },
        body: zippedRecording(activity),
      };
    },
  },
  {
    path: /^\/activity-service\/activity\/(?<id>\d+)\/splits$/,
    isConnectOnly: true,
    answer(account, { parts }) {
      const activity = account.find(Number(parts.id));
      if (!activity) return NOT_FOUND;
      const lap = (index: number) => ({
        lapIndex: index + 1,
        startTimeGMT: new Date(activity.startMs + index * 300_000).toISOString().slice(0, 19),
        duration: 300,
        distance: 900,
        averageHR: 140 + index,
        averagePower: null,
      });
      return { json: { activityId: activity.id, lapDTOs: [lap(0), lap(1)] } };
    },
  },
];
