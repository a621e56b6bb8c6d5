import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { BadDay } from "../support/vendors/bad-days";
import { startGarminServer } from "../support/vendors/garmin/garmin-server";
import type { Chance } from "./chance";
import { check, checkActivities } from "./compare";
import type { Held } from "./people";

/** More than one question covers: the rest is fetched backwards while days pass. */
const KNOWN_DAYS = 50;

const PATHS = [
  /./,
  /^\/activitylist-service\//,
  /^\/download-service\//,
  /^\/hrv-service\//,
  /^\/sleep-service\//,
  /^\/personalapitoken-service\//,
];

/** Garmin by a key: asked, never asking; with a history. */
export async function garminLife(chance: Chance, today: LocalDate, days: number) {
  const garmin = await startGarminServer();
  const firstDay = addDays(today, -KNOWN_DAYS);
  const account = garmin.account({ firstDay, lastDay: today, activities: KNOWN_DAYS + 1 });
  const removed = new Set<number>();

  return {
    url: garmin.url,
    key: account.key,
    recover: () => garmin.recover(),
    close: () => garmin.close(),
    fail(): void {
      const where = { path: chance.oneOf(PATHS) ?? /./, times: 1 + chance.below(5) };
      const hows = ["half_body", "html", "empty_204", "null", "empty_list", "all_null"] as const;
      const how = chance.oneOf(hows) ?? "html";
      const after = chance.happens(0.5) ? { retryAfterS: 1 + chance.below(3) } : {};
      const status = chance.oneOf([401, 403, 500, 503]) ?? 500;
      const bad: readonly BadDay[] = [
        { ...where, how },
        { ...where, how },
        { ...where, status },
        { ...where, status: 429, ...after },
      ];
      garmin.fail(chance.oneOf(bad) ?? where);
    },
    /** The night may be uploaded late; now and then something is deleted there. */
    live(day: number): void {
      account.setLastDay(addDays(today, day));
      account.setLastNight(chance.happens(0.3) ? addDays(today, day - 1) : null);
      if (day > 0) account.addActivities(1);
      if (!chance.happens(0.15)) return;
      const [, gone] = account.list(0, 2);
      if (!gone) return;
      account.removeActivity(gone.id);
      removed.add(gone.id);
    },
    rest: () => account.setLastNight(null),

    wrong(held: Held): string[] {
      const length = KNOWN_DAYS + days;
      const dayRows = Array.from({ length }, (_, i) => addDays(firstDay, i)).flatMap((day) => {
        const known = account.day(day);
        if (!known) return [];
        const { hrvMs, restingHr, sleepS, steps, weightG } = known;
        const body = { hrv_rmssd_ms: hrvMs, resting_hr_bpm: restingHr, weight_kg: weightG / 1000 };
        return [{ day, ...body, sleep_s: sleepS, steps }];
      });
      const listed = account.list(0, length + 9);
      // What was removed there may be here or not: it depends on whether it had been fetched.
      const seen = new Set(held.remote.map((row) => row.external_id));
      const remote = [
        ...listed.map(({ id }) => ({ external_id: String(id), status: "fetched" })),
        ...[...removed]
          .map((id) => ({ external_id: String(id), status: "removed" }))
          .filter((row) => seen.has(row.external_id)),
      ].sort((a, b) => (a.external_id < b.external_id ? -1 : 1));
      return [
        ...check("days", held.days, dayRows),
        ...check(
          "list",
          held.remote.map(({ external_id, status }) => ({ external_id, status })),
          remote,
        ),
        ...checkActivities(held, {
          must: listed.map(({ startMs }) => startMs / 1000),
          may: removed.size,
        }),
      ];
    },
  };
}
