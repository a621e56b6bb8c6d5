import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  type LocalDate,
} from "@/lib/dates/local-date";
import { fitFileOf } from "../support/training-files";
import type { BadDay } from "../support/vendors/bad-days";
import {
  PARTNER_CLIENT,
  partnerDelivery,
  startGarminPartnerServer,
} from "../support/vendors/garmin-partner/start-garmin-partner-server";
import type { Chance } from "./chance";
import { check, checkActivities } from "./compare";
import type { Held } from "./people";
import type { Delivery } from "./post";

const USER = "garmin-user-1";
const DAY_S = 86_400;
const KNOWN_DAYS = 5;
const PATHS = [
  /./,
  /^\/di-oauth2-service\//,
  /\/rest\/callback$/,
  /\/backfill\//,
  /\/permissions$/,
];

/** Garmin's partner API: sends what there is, and what it is asked for again. */
export async function partnerLife(chance: Chance, today: LocalDate) {
  const garmin = await startGarminPartnerServer();
  const account = garmin.account(USER);
  const firstDay = addDays(today, -KNOWN_DAYS);
  let [newest, answered, corrections] = [today, 0, 0];
  /** Days on which the watch recorded something. */
  const rides = new Map<LocalDate, Uint8Array>();

  const valuesOf = (day: LocalDate) => {
    const wave = dayNumber(day) % 11;
    return {
      hrvMs: 50 + wave,
      restingHr: 45 + wave,
      deepS: 20_000 + wave * 60,
      steps: 7000 + wave,
    };
  };
  const of = (payload: unknown): Delivery => ({
    vendor: "garmin_partner",
    ...partnerDelivery(payload),
  });
  const night = (day: LocalDate, deepS: number, validation: string, ping: boolean): Delivery => {
    const said = { userId: USER, calendarDate: day, deepSleepDurationInSeconds: deepS, validation };
    if (!ping) return of({ sleeps: [said] });
    // Garmin keeps what it announced for a day; here for as long as it is asked for.
    const callbackURL = garmin.callback({ json: [said] }, 1_000);
    return of({ sleeps: [{ userId: USER, callbackURL }] });
  };
  const daily = (day: LocalDate, steps: number, durationInSeconds: number): Delivery =>
    of({
      dailies: [
        {
          ...{ userId: USER, calendarDate: day, steps, durationInSeconds },
          restingHeartRateInBeatsPerMinute: valuesOf(day).restingHr,
        },
      ],
    });
  const ride = (day: LocalDate): Delivery[] => {
    const bytes = rides.get(day);
    if (!bytes) return [];
    const activityId = dayNumber(day);
    const callbackURL = garmin.callback({ body: bytes }, 1_000);
    return [
      of({ activities: [{ userId: USER, activityId }] }),
      of({ activityFiles: [{ userId: USER, activityId, fileType: "FIT", callbackURL }] }),
    ];
  };
  /** Everything of a day as it is in the end. */
  const whole = (day: LocalDate): Delivery[] => {
    const { hrvMs, deepS, steps } = valuesOf(day);
    return [
      night(day, deepS, "AUTO_FINAL", chance.happens(0.5)),
      daily(day, steps, DAY_S),
      of({ hrv: [{ userId: USER, calendarDate: day, lastNightAvg: hrvMs }] }),
    ];
  };
  const record = (day: LocalDate) => {
    if (dayNumber(day) % 2 === 0) rides.set(day, fitFileOf(day, "cycling"));
  };
  for (let i = 0; i <= KNOWN_DAYS; i++) record(addDays(firstDay, i));
  const isSent = () => account.isRegistered;

  return {
    url: garmin.url,
    client: PARTNER_CLIENT,
    grants: garmin.grants,
    recover: () => garmin.recover(),
    close: () => garmin.close(),
    fail(): void {
      const where = { path: chance.oneOf(PATHS) ?? /./, times: 1 + chance.below(4) };
      const bad: readonly BadDay[] = [
        { ...where, how: chance.oneOf(["half_body", "html"] as const) ?? "html" },
        { ...where, status: chance.oneOf([500, 503]) ?? 500 },
        { ...where, status: 429, retryAfterS: 1 + chance.below(3) },
      ];
      garmin.fail(chance.oneOf(bad) ?? where);
    },
    /** The athlete who left is let in again when they agree anew. */
    forgive(): void {
      account.isRegistered = true;
    },
    /** What the watch has, as guesses and parts first, and corrected later, in any order. */
    live(day: number, hour: number): Delivery[] {
      newest = addDays(today, day);
      if (hour === 5) {
        record(newest);
        if (!isSent()) return [];
        const { deepS, hrvMs } = valuesOf(newest);
        return [
          night(newest, deepS + 600, "AUTO_TENTATIVE", chance.happens(0.5)),
          night(newest, deepS, "ENHANCED_FINAL", chance.happens(0.5)),
          of({ hrv: [{ userId: USER, calendarDate: newest, lastNightAvg: hrvMs }] }),
          ...ride(newest),
        ];
      }
      if (!isSent()) return [];
      if (hour === 13) return [daily(newest, 3000, 13 * 3600)];
      const told = [daily(newest, valuesOf(newest).steps, DAY_S)];
      if (chance.happens(0.2)) {
        const permissions = ["ACTIVITY_EXPORT", "HEALTH_EXPORT", "WORKOUT_IMPORT"];
        told.push(of({ userPermissionsChange: [{ userId: USER, permissions, n: corrections++ }] }));
      }
      if (chance.happens(0.12)) {
        account.isRegistered = false;
        garmin.grants.end(USER);
        told.push(of({ deregistrations: [{ userId: USER, summaryId: `d${corrections++}` }] }));
      }
      return told;
    },
    /** What was asked for of the past. */
    answers(): Delivery[] {
      const asked = garmin.requests.slice(answered);
      answered = garmin.requests.length;
      return asked.flatMap(({ path, query }) => {
        const type = /\/backfill\/(\w+)$/.exec(path)?.[1];
        if (type !== "sleeps" && type !== "activities") return [];
        const dayAt = (name: string) => fromDayNumber(Math.floor(Number(query.get(name)) / DAY_S));
        const from = dayAt("summaryStartTimeInSeconds");
        const to = dayAt("summaryEndTimeInSeconds");
        const days = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i));
        const known = days.filter((day) => day >= firstDay && day <= newest);
        return known.flatMap((day) => (type === "sleeps" ? whole(day) : ride(day)));
      });
    },
    /** By somebody who does not know the application, or of nobody here. */
    forged(): Delivery[] {
      const gone = { deregistrations: [{ userId: USER, summaryId: `f${corrections++}` }] };
      const guessed = { vendor: "garmin_partner", ...partnerDelivery(gone, "guessed") } as const;
      const elsewhere = "http://127.0.0.1:9/wellness-api/rest/callback?token=x";
      return [
        guessed,
        of(gone),
        of({ sleeps: [{ userId: USER, callbackURL: elsewhere }] }),
        of({ hrv: [{ userId: "nobody", calendarDate: today, lastNightAvg: 11 }] }),
      ];
    },

    wrong(held: Held): string[] {
      const length = daysBetween(firstDay, newest) + 1;
      const days = Array.from({ length }, (_, i) => addDays(firstDay, i));
      const rows = days.map((day) => {
        const { hrvMs, restingHr, deepS, steps } = valuesOf(day);
        const body = { hrv_rmssd_ms: hrvMs, resting_hr_bpm: restingHr, weight_kg: null };
        return { day, ...body, sleep_s: deepS, steps };
      });
      const must = [...rides.keys()]
        .filter((day) => day <= newest)
        .map((day) => Date.parse(`${day}T09:00:00Z`) / 1000);
      return [...check("days", held.days, rows), ...checkActivities(held, { must, may: 0 })];
    },
  };
}
