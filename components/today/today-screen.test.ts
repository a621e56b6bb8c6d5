import { createElement } from "react";
import { describe, expect, it } from "vitest";
import type { TodayActivity, TodayData } from "@/db/queries/today";
import { addDays } from "@/lib/dates/local-date";
import { pack } from "@/lib/packed";
import { textOf } from "@/tests/support/text-of";
import { TODAY, todayData, todayMorning } from "@/tests/support/today-data";
import { prepareToday } from "./prepare-today";
import { TodayScreen } from "./today-screen";

const CLOCK = {
  now: new Date("2026-11-21T06:30:00Z"),
  ...{ timeZone: "Europe/Berlin", hour: 7, isCheckInSkipped: false },
  ...{ isWeekSkipped: false, isModelOffered: false },
};
const NO_NIGHT = { hrvMs: null, restingHrBpm: null, sleepS: null, stressAvg: null };

/** What a person reads on the screen. */
async function read(changes: Partial<TodayData> = {}, clock: Partial<typeof CLOCK> = {}) {
  const packed = pack(prepareToday(todayData(changes), { ...CLOCK, ...clock }));
  return textOf(createElement(TodayScreen, { packed, athleteId: "someone" }));
}

function done(changes: Partial<TodayActivity> = {}): TodayActivity {
  return {
    ...{ id: "a", day: TODAY, sport: "running", title: "Morning run", timerS: 3600 },
    ...{ distanceM: 10_000, avgHeartRateBpm: 140, load: 60, rpe: null },
    ...changes,
  };
}

const SCORE = /\b\d+ (Go|Ease|Rest) \d of 5 signals/;

describe("today before the answer", () => {
  it("without data says why it is empty, and the way out", async () => {
    const text = await read({ loadSince: null, loads: [], nights: [], morning: null });
    expect(text).toContain("Your first morning needs data");
    expect(text).toContain("Import activities and nights");
    expect(text).not.toMatch(/How are you this morning|This week/);
  });

  it("asks first, and nothing gives the answer away", async () => {
    const text = await read({ checkIn: null });
    expect(text).toContain("How are you this morning? Ten seconds.");
    expect(text).toContain("Not today");
    expect(text).not.toMatch(SCORE);
    for (const later of ["Today’s workout", "Against your own normal", "Your morning, briefly"]) {
      expect(text).not.toContain(later);
    }
  });

  it("shows the answer to who has waved the questions off, of one signal less", async () => {
    const text = await read({ checkIn: null }, { isCheckInSkipped: true });
    expect(text).toMatch(/80 Go 4 of 5 signals/);
    expect(text).not.toContain("How are you this morning?");
  });

  it("says when the morning is made, while it is not", async () => {
    const text = await read({ morning: null });
    expect(text).toContain("Today is not worked out yet Each day is made at 06:00");
    expect(text).toContain("Work it out now");
    expect(
      await read({ morning: null, checkIn: null }, { hour: 1 }),
      "its night is over",
    ).toContain("How are you this morning?");
    const nights = todayData().nights.slice(0, -1);
    const late = await read({ morning: null, checkIn: null, nights }, { hour: 1 });
    expect(late, "it is no morning yet").not.toContain("How are you this morning?");
  });
});

describe("today's answer", () => {
  it("goes: one word, its reasons, one session with its length, and what to do about it", async () => {
    const text = await read();
    expect(text).toContain("Saturday 21 November Updated 06:04");
    expect(text).toMatch(/80 Go 5 of 5 signals · solid HRV 60 against 58 ms/);
    expect(text).toMatch(/Today’s workout recommended Cruise intervals Run · .* 60 min 79 load/);
    expect(text).toMatch(/Accept form −5 Swap 3 others Skip form \+4/);
    expect(text).toContain("Your morning, briefly Ready for a hard session");
  });

  it("eases: says from what, and offers to keep it", async () => {
    const morning = todayMorning({ readiness: { sleepS: 19_000, hrvMs: 52 } });
    const text = await read({ morning });
    expect(text).toMatch(/\d+ Ease 5 of 5 signals/);
    expect(text).toMatch(/Today’s workout eased from /);
    expect(text).toMatch(/Accept form .* Keep .* form /);
  });

  it("rests when ill, and offers nothing to keep", async () => {
    const checkIn = { ...todayData().checkIn, hasSymptoms: true } as TodayData["checkIn"];
    const answers = { readiness: 2, soreness: 2, mood: 2, stress: 2, hasSymptoms: true };
    const events = { isIll: true, easyDaysLeft: 0, isInjured: false, isTravelDay: false };
    const morning = todayMorning({ readiness: { checkIn: answers }, athlete: { events } });
    const flu = {
      kind: "illness",
      title: "Flu",
      fromDay: addDays(TODAY, -1),
      toDay: TODAY,
    } as const;
    const text = await read({ morning, checkIn, events: [flu] });
    expect(text).toMatch(/Flu, since Fri 20 Nov No data clears symptoms: rest until they are gone/);
    expect(text).toMatch(/\d+ Rest 5 of 5 signals/);
    expect(text).toMatch(/Today’s workout .*Rest .* Rest today form /);
    expect(text).not.toMatch(/Keep|Skip form/);
  });

  it("tells what an injury and a journey mean, and nothing of those that are ahead or told", async () => {
    const event = (kind: "injury" | "travel" | "note", title: string, from = -3) => ({
      ...{ kind, title, fromDay: addDays(TODAY, from), toDay: addDays(TODAY, from + 9) },
    });
    const text = await read({
      events: [
        event("injury", "Sore calf"),
        event("travel", "To Tokyo"),
        event("note", "New shoes"),
        event("injury", "Planned surgery", 1),
      ],
    });
    expect(text).toContain("Sore calf, since Wed 18 Nov Leave out what hurts");
    expect(text).toContain("To Tokyo, since Wed 18 Nov Nights away from home can sit outside");
    expect(text).not.toMatch(/New shoes|Planned surgery/);
  });

  it("is a rest day where the week leaves no time", async () => {
    const morning = todayMorning({ athlete: { availableS: 0 } });
    const text = await read({ morning });
    expect(text).toMatch(/80 Go /);
    expect(text).toMatch(/Today’s workout rest day Rest /);
    expect(text).toMatch(/Rest today form /);
    expect(text).not.toContain("Skip form");
  });

  it("says that it is learning instead of a number", async () => {
    const baseline = { mean: null, days: 2 };
    const night = { hrvBaseline: baseline, restingHrBaseline: baseline };
    const { recovery, ...rest } = todayMorning({ night });
    expect(recovery.score).toBeNull();
    const text = await read({
      morning: { ...rest, recovery },
      nights: todayData().nights.slice(-3),
    });
    expect(text).toContain(
      "– Go Neither HRV nor resting heart rate can be judged this morning. HRV: learning 2 of 3 Resting heart rate: learning 2 of 3",
    );
    expect(text).toContain("night 3 of 14");
    expect(text).not.toMatch(SCORE);
  });

  it("says what is not in yet, when it is looked for, and what late data changed", async () => {
    const progress = {
      ...{ awaited: ["hrv" as const], unreached: ["garmin_personal" as const] },
      nextTryAt: "2026-11-21T06:34:00Z",
    };
    const waiting = todayMorning({ night: { ...NO_NIGHT, sleepS: 27_000 } }, { progress } as never);
    expect(await read({ morning: waiting })).toMatch(
      /HRV is not in yet; the rest of last night is used\. .+ could not be reached\. Next try 07:34\./,
    );
    const revisions = [
      {
        ...{ at: "2026-11-21T06:12:00Z", because: "HRV came in at 38 ms" },
        ...{ score: { from: 71, to: 64 }, decision: { from: "go", to: "ease" } },
      },
    ];
    expect(await read({ morning: todayMorning({}, { revisions } as never) })).toContain(
      "Score 71 → 64 at 07:12: HRV came in at 38 ms.",
    );
  });
});

describe("today, at the beginning of a week", () => {
  const monday = { day: addDays(TODAY, 2) };
  const question = "How ready for training did you feel in the week of Mon 16 Nov to Sun 22 Nov?";

  it("asks how the last one felt, once the morning is answered, until it is told or waved off", async () => {
    const text = await read(monday);
    expect(text).toContain(`Last week Not this week ${question} Not at all Hardly So-so Ready`);
    expect(await read({ ...monday, checkIn: null })).not.toContain(question);
    expect(await read(monday, { isWeekSkipped: true })).not.toContain(question);
    expect(await read()).not.toContain("How ready for training");
    const lastWeek = { hasAnswer: true, hasMornings: true };
    expect(await read({ ...monday, lastWeek })).not.toContain(question);
  });
});

describe("today once trained, and in the evening", () => {
  it("has the result in the workout's place, asks how hard it was, and needs no check-in", async () => {
    const text = await read({ checkIn: null, activities: [done()] });
    expect(text).toContain("Done today Morning run Run · 10.0 km 1 h 60 load How hard was it?");
    expect(text).toContain("Load 60, 19 less than recommended (79).");
    expect(text).not.toMatch(/How are you this morning|Today’s workout|Your morning, briefly/);
  });

  it("asks of one activity at a time, and shows what was rated", async () => {
    const rated = done({ id: "b", title: "Evening ride", sport: "cycling", rpe: 6 });
    const text = await read({ activities: [rated, done(), done({ id: "c", title: "Swim" })] });
    expect(text).toContain("Evening ride Ride · 10.0 km · RPE 6");
    expect(text.match(/How hard was it\?/g)).toHaveLength(1);
    const calm = await read({ activities: [done({ rpe: 3, load: null })] });
    expect(calm).not.toContain("How hard was it?");
    expect(calm).toContain("No load could be worked out from what was recorded.");
  });

  it("measures against what was chosen, and against rest", async () => {
    const kept = todayMorning({}, { response: "kept" });
    const near = await read({ morning: kept, activities: [done({ load: 79 })] });
    expect(near).toContain("Load 79, as chosen (79).");
    const rest = todayMorning({ athlete: { availableS: 0 } });
    const text = await read({ morning: rest, activities: [done()] });
    expect(text).toContain("Load 60; rest was recommended.");
  });

  it("tells in the evening of tomorrow, and when to sleep for the usual night", async () => {
    const text = await read({ checkIn: null }, { hour: 20 });
    expect(text).toContain("Tomorrow Made at 06:00 from tonight. Your usual night is 7 h 30");
    expect(text).toContain("asleep by 22:30 keeps it");
    expect(text).toMatch(SCORE);
    const few = await read({ nights: todayData().nights.slice(-3) }, { hour: 20 });
    expect(few).toContain("Made at 06:00 from tonight.");
    expect(few).not.toContain("usual night");
    expect(await read({}, { hour: 19 })).not.toContain("Made at 06:00");
  });
});
