import type { BadDay } from "../support/vendors/bad-days";
import {
  startStravaServer,
  stravaDelivery,
  stravaEvent,
} from "../support/vendors/strava/start-strava-server";
import type { Chance } from "./chance";
import { checkActivities } from "./compare";
import type { Held } from "./people";
import type { Delivery } from "./post";

const ACCOUNT_ID = 134_815;
const DAY_S = 86_400;
/** Strava's data is deleted after a week: what is newer must be here, what is older may be. */
const SURE_DAYS = 5;
const PATHS = [/./, /^\/oauth\/token$/, /\/athlete\/activities$/, /\/activities\/\d+/];

/** Strava: says when something is new, in no order, and is asked what it is. */
export async function stravaLife(chance: Chance, startMs: number) {
  const strava = await startStravaServer();
  strava.limits.quarterHour = 1_000_000;
  strava.limits.day = 1_000_000;
  const account = strava.account(ACCOUNT_ID);
  const there = new Map<number, number>();
  let [lastId, eventTime] = [1000, 1_763_600_000];
  const nowS = (day: number, hour: number) =>
    Math.floor(startMs / 1000) + day * DAY_S + hour * 3600;

  const tell = (objectId: number, aspect: "create" | "update" | "delete"): Delivery => {
    const event = stravaEvent(ACCOUNT_ID, { object_id: objectId, aspect_type: aspect });
    const { headers, body } = stravaDelivery({ ...event, event_time: eventTime++ });
    return { vendor: "strava", headers, body };
  };

  return {
    url: strava.url,
    client: strava.client,
    grants: strava.grants,
    skewClock: strava.skewClock,
    recover: () => strava.recover(),
    close: () => strava.close(),
    fail(): void {
      const where = { path: chance.oneOf(PATHS) ?? /./, times: 1 + chance.below(4) };
      const how = chance.oneOf(["half_body", "html", "empty_204", "null"] as const) ?? "html";
      const bad: readonly BadDay[] = [
        { ...where, how },
        { ...where, status: chance.oneOf([401, 403, 500, 503]) ?? 500 },
        { ...where, status: 429, retryAfterS: 1 + chance.below(3) },
      ];
      strava.fail(chance.oneOf(bad) ?? where);
    },
    /** A ride; sometimes another one is changed, deleted, or the access taken back. */
    live(day: number, hour: number): Delivery[] {
      const told: Delivery[] = [];
      if (hour === 13) {
        const id = ++lastId;
        const startS = nowS(day, hour) - 7200;
        account.add({
          ...{ id, name: `Ride ${id}`, sportType: "Ride", startS, utcOffsetS: 3600 },
          ...{ elapsedS: 600, hasHeartRate: true },
        });
        there.set(id, startS);
        told.push(tell(id, "create"), tell(id, "update"));
      }
      const some = chance.oneOf([...there.keys()]);
      if (some !== undefined && chance.happens(0.1)) {
        account.remove(some);
        there.delete(some);
        told.push(tell(some, "delete"));
      } else if (some !== undefined && chance.happens(0.2)) told.push(tell(some, "update"));
      if (chance.happens(0.08)) {
        strava.grants.end(String(ACCOUNT_ID));
        const left = stravaEvent(ACCOUNT_ID, {
          ...{ object_type: "athlete", object_id: ACCOUNT_ID, aspect_type: "update" },
          updates: { authorized: "false" },
        });
        told.push({ vendor: "strava", ...stravaDelivery({ ...left, event_time: eventTime++ }) });
      }
      return told;
    },
    /** By who knows the address: nothing may come of it. */
    forged(): Delivery[] {
      const some = chance.oneOf([...there.keys()]) ?? 1;
      const gone = stravaEvent(ACCOUNT_ID, { object_id: some, aspect_type: "delete" });
      const left = stravaEvent(ACCOUNT_ID, {
        ...{ object_type: "athlete", object_id: ACCOUNT_ID, aspect_type: "update" },
        updates: { authorized: "false" },
      });
      const stranger = stravaEvent(999, { object_id: 5, aspect_type: "create" });
      const at = { event_time: eventTime++ };
      return [
        { vendor: "strava", ...stravaDelivery({ ...gone, ...at }) },
        { vendor: "strava", ...stravaDelivery({ ...left, ...at }) },
        { vendor: "strava", ...stravaDelivery({ ...stranger, ...at }) },
        { vendor: "strava", ...stravaDelivery(gone, { signedAtS: 1, secret: "guessed" }) },
      ];
    },

    wrong(held: Held, day: number): string[] {
      const sureS = nowS(day - SURE_DAYS, 0);
      const starts = new Set(there.values());
      const must = [...starts].filter((startS) => startS > sureS);
      const strangers = held.activities.filter((row) => !starts.has(Number(row.start)));
      return [
        ...checkActivities(held, { must, may: starts.size - must.length }),
        ...(strangers.length > 0 ? [`not at Strava: ${JSON.stringify(strangers)}`] : []),
      ];
    },
  };
}
