import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate } from "@/lib/dates/local-date";
import { hardWaitMinutes } from "@/lib/training/plan/hard-limits";
import { decided } from "@/tests/support/any-athlete";
import { type WorkoutHistory, workoutInput } from "./workout-input";

const DAY = localDate("2026-11-22");
const BERLIN = { startLatitudeDeg: 52.52, startLongitudeDeg: 13.4, utcOffsetS: 3600 };
const NOWHERE = { startLatitudeDeg: null, startLongitudeDeg: null, utcOffsetS: 3600 };

type Activity = WorkoutHistory["activities"][number];
type Event = WorkoutHistory["events"][number];

function activity(daysAgo: number, changes: Partial<Activity> = {}): Activity {
  return {
    startedAt: new Date(`${addDays(DAY, -daysAgo)}T06:00:00Z`),
    ...{ day: addDays(DAY, -daysAgo), sport: "running", timerS: 3600, load: 50 },
    ...{ loadMethod: "rtss", rpe: null, timeInZone: {}, airTemperatureC: null },
    ...{ ...NOWHERE, ...changes },
  };
}
function event(
  kind: Event["kind"],
  fromDaysAgo: number,
  toDaysAgo: number,
  more: Partial<Event> = {},
): Event {
  const [fromDay, toDay] = [addDays(DAY, -fromDaysAgo), addDays(DAY, -toDaysAgo)];
  const unsaid = { priority: null, raceSport: null, raceDistanceM: null };
  const whole = { bodyPart: null, forbidden: null };
  return {
    id: "e",
    kind,
    title: "",
    fromDay,
    toDay,
    createdAt: new Date(0),
    ...unsaid,
    ...whole,
    ...more,
  };
}
const loads = Array.from({ length: 60 }, (_, i) => {
  const values = { load: 50, fitness: 60 - i / 10, fatigue: 70, form: -10, ramp: 1 };
  return { sport: "all", day: addDays(DAY, -i), ...values };
}) as unknown as WorkoutHistory["loads"];

const PROFILE = {
  ...{ timeZone: "Europe/Berlin", mainSport: "running", weekdayMinutes: null },
} as WorkoutHistory["profile"];

function inputOf(changes: Partial<WorkoutHistory> = {}, day = DAY) {
  const history: WorkoutHistory = {
    ...{ profile: PROFILE, thresholds: [], loads },
    ...{ activities: [activity(1)], events: [], busyTimes: [], ...changes },
  };
  const morning = { decision: decided("go"), recovery: {} as never };
  return workoutInput(history, day, morning);
}

describe("what a recommendation is made from", () => {
  it("has the main sport first and each other that is trained weekly", () => {
    const rides = [2, 9, 16, 23].map((daysAgo) => activity(daysAgo, { sport: "cycling" }));
    const swims = [3, 10].map((daysAgo) => activity(daysAgo, { sport: "swimming" }));
    const activities = [...rides, ...swims, activity(1)].sort((a, b) => (a.day < b.day ? -1 : 1));
    const { sports } = inputOf({ activities });
    expect(sports.map(({ sport }) => sport)).toEqual(["running", "cycling"]);
    expect(sports[1]?.volume).toMatchObject({ sessions28: 4, daysSinceLast: 2 });
    expect(inputOf({ activities: [] }).sports[0]).toMatchObject({ sport: "running" });
  });

  it("adds up the time in three zones, null where no session has any", () => {
    const zones = {
      boundaries: [],
      seconds: [600, 1200, 300, 200, 100],
      unit: "W",
      formula: "Z@1",
    };
    const activities = [activity(3, { timeInZone: { pace: zones } }), activity(2), activity(1)];
    expect(inputOf({ activities }).sports[0].volume.threeZonesS).toEqual([1800, 300, 300]);
    expect(inputOf().sports[0].volume.threeZonesS).toBeNull();
  });

  it("knows fitness a week before the end of today, from six weeks of load on", () => {
    expect(inputOf().load).toEqual({ ctl: 59.9, atl: 70, ctlWeekAgo: 59.3 });
    expect(inputOf({ loads: loads.slice(0, 42) }).load).toBeNull();
  });

  it.each([
    ["on its last day", event("illness", 3, 0), { isIll: true, easyDaysLeft: 0 }],
    ["on the day after three days", event("illness", 3, 1), { isIll: false, easyDaysLeft: 3 }],
    ["three days after three days", event("illness", 5, 3), { easyDaysLeft: 1 }],
    ["four days after three days", event("illness", 6, 4), { easyDaysLeft: 0 }],
    ["an injury", event("injury", 9, 0), { isInjured: true, forbidden: ["running"] }],
    [
      "an injury of the shoulder",
      event("injury", 9, 0, { forbidden: ["swimming"] }),
      { isInjured: true, forbidden: ["swimming"] },
    ],
    ["an injury that is over", event("injury", 9, 1), { isInjured: false }],
    ["the first day of a journey", event("travel", 0, -4), { isTravelDay: true }],
    ["its second day", event("travel", 1, -3), { isTravelDay: false }],
  ])("counts illness, injury and travel: %s", (_, told, expected) => {
    expect(inputOf({ events: [told] }).events).toMatchObject(expected);
  });

  it("counts hours from the beginning of a hard session to when today's usually would begin", () => {
    const hard = (at: string) =>
      activity(daysBetween(localDate(at.slice(0, 10)), DAY), { rpe: 8, startedAt: new Date(at) });
    // Seven in the morning in Berlin, but for one evening.
    const mornings = [9, 8, 6, 5, 4, 3].map((daysAgo) => activity(daysAgo));
    const late = inputOf({ activities: [...mornings, hard("2026-11-20T19:00:00Z")] });
    expect(late.usualStartMinute).toBe(420);
    // Two calendar days, and 35 hours.
    expect(late.hardSessionsHoursAgo).toEqual([35]);
    expect(hardWaitMinutes(late)).toBeNull();
    const early = inputOf({ activities: [...mornings, hard("2026-11-20T06:10:00Z")] });
    expect(early.hardSessionsHoursAgo[0]).toBeCloseTo(47 + 5 / 6, 9);
    expect(hardWaitMinutes(early)).toBe(10);
    // An evening athlete begins when two days have passed.
    const evenings = [9, 8, 6, 5].map((daysAgo) =>
      activity(daysAgo, { startedAt: new Date(`${addDays(DAY, -daysAgo)}T17:00:00Z`) }),
    );
    const evening = inputOf({ activities: [...evenings, hard("2026-11-20T18:30:00Z")] });
    expect(evening.hardSessionsHoursAgo).toEqual([46.5]);
    expect(hardWaitMinutes(evening)).toBe(90);
  });

  it("counts real hours over a change of the clocks", () => {
    const night = localDate("2026-10-26");
    const at = new Date("2026-10-24T05:00:00Z");
    const hard = { ...activity(0), day: localDate("2026-10-24"), rpe: 8, startedAt: at };
    const input = inputOf({ activities: [{ ...hard, utcOffsetS: 7200 }] }, night);
    expect(input.usualStartMinute).toBe(420);
    expect(input.hardSessionsHoursAgo).toEqual([49]);
  });

  it("takes the usual hour of each sport from three sessions on", () => {
    const ride = (daysAgo: number) =>
      activity(daysAgo, {
        ...{ sport: "cycling", startedAt: new Date(`${addDays(DAY, -daysAgo)}T18:30:00Z`) },
      });
    const activities = [23, 16, 9, 2].map(ride);
    const { sports } = inputOf({ activities: [...activities, activity(1)] });
    expect(sports.map(({ volume }) => volume.usualStartMinute)).toEqual([null, 1170]);
  });

  it("sees a break that goes on, and one that ended in the last week", () => {
    expect(inputOf({ activities: [activity(8)] }).daysOff).toBe(7);
    expect(inputOf({ activities: [activity(7)] }).daysOff).toBe(0);
    expect(inputOf({ activities: [activity(20), activity(3), activity(1)] }).daysOff).toBe(16);
    expect(inputOf({ activities: [activity(30), activity(9), activity(4)] }).daysOff).toBe(0);
  });

  it("finds the longest free stretch beside a calendar's times, in the athlete's zone", () => {
    const at = (from: string, to: string, isAllDay = false) => ({
      startAt: new Date(`2026-11-${from}:00Z`),
      endAt: new Date(`2026-11-${to}:00Z`),
      isAllDay,
    });
    // 08:00 to 20:00 in Berlin leaves the two hours from six on.
    expect(inputOf({ busyTimes: [at("22T07:00", "22T19:00")] }).availableS).toBe(1.5 * 3600);
    expect(inputOf({ busyTimes: [at("23T07:00", "23T19:00")] }).availableS).toBeNull();
    expect(inputOf({ busyTimes: [at("21T23:00", "22T23:00", true)] }).availableS).toBeNull();
  });

  it("never leaves more than the weekday's limit or the calendar, on any day", () => {
    const limit = fc.option(fc.integer({ min: 0, max: 300 }));
    const week = fc.array(limit, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(week, fc.integer({ min: 0, max: 6 }), fc.boolean(), (limits, later, isBusy) => {
        const day = addDays(DAY, later);
        const profile = { ...PROFILE, weekdayMinutes: limits };
        const [startAt, endAt] = [`${day}T06:30:00Z`, `${day}T19:00:00Z`].map((at) => new Date(at));
        const busyTimes = isBusy && startAt && endAt ? [{ startAt, endAt, isAllDay: false }] : [];
        const { availableS } = inputOf({ profile, busyTimes }, day);
        // The day under test is a Sunday.
        const ofDay = limits[(6 + later) % 7] ?? null;
        if (ofDay !== null) expect(availableS).toBeLessThanOrEqual(ofDay * 60);
        if (isBusy) expect(availableS).toBeLessThanOrEqual(2 * 3600);
        if (ofDay === null && !isBusy) expect(availableS).toBeNull();
      }),
    );
  });

  it("counts the seven days that today would end, and the seven before them", () => {
    const activities = [14, 13, 12, 7, 6, 1, 0].map((daysAgo) => activity(daysAgo));
    const { week } = inputOf({ activities }).sports[0].volume;
    expect(week).toEqual({ doneS: 2 * 3600, beforeS: 3 * 3600 });
  });

  it("knows the heat of the last session that a weather service knows, for a week", () => {
    const hot = activity(3, { airTemperatureC: 34 });
    expect(inputOf({ activities: [hot, activity(1)] }).heat).toEqual({
      ...{ temperatureC: 34, daysAgo: 3 },
    });
    expect(inputOf({ activities: [{ ...hot, day: addDays(DAY, -8) }] }).heat).toBeNull();
    expect(inputOf().heat).toBeNull();
  });

  it("takes a run after a ride on one day for a brick, and no other order", () => {
    const ride = activity(4, { sport: "cycling" });
    expect(inputOf({ activities: [ride, activity(4)] }).daysSinceBrick).toBe(4);
    expect(inputOf({ activities: [activity(4), ride] }).daysSinceBrick).toBeNull();
    expect(inputOf({ activities: [ride, activity(3)] }).daysSinceBrick).toBeNull();
  });

  it("takes the light from where the last track of two weeks began", () => {
    const { daylight } = inputOf({ activities: [activity(3, BERLIN), activity(1)] });
    expect(daylight?.sunriseMinute).toBeGreaterThan(450);
    expect(daylight?.sunsetMinute).toBeLessThan(970);
    expect(inputOf({ activities: [activity(15, BERLIN), activity(1)] }).daylight).toBeNull();
  });

  it("knows what the race ahead is in, and has its sport among those that are trained", () => {
    const swim = event("race", -40, -40, { raceSport: "swimming", raceDistanceM: 3800 });
    const { goal, sports } = inputOf({ events: [swim] });
    expect(goal).toEqual({ sport: "swimming", distanceM: 3800, daysToRace: 40 });
    expect(sports.map(({ sport }) => sport)).toEqual(["running", "swimming"]);
    expect(inputOf({ events: [event("race", -40, -40)] }).goal).toBeNull();
  });

  it("knows the race ahead and nothing of the day itself", () => {
    const activities = [activity(1), activity(0, { timerS: 9000 })];
    const input = inputOf({ activities, events: [event("race", -10, -10)] });
    expect(input.season).toMatchObject({ phase: "taper", daysToRace: 10, daysSinceRace: null });
    const ofB = event("race", -10, -10, { priority: "B" });
    expect(inputOf({ events: [ofB] }).season).toMatchObject({ phase: "build", taper: null });
    expect(input.sports[0].volume.longestDurationS).toBe(3600);
  });
});
