import { describe, expect, it } from "vitest";
import { daysAgo, healthyInput, session, setLast } from "@/tests/support/detector-input";
import { decouplingTrend } from "./decoupling-trend";
import type { DetectorActivity, DetectorInput } from "./detector-input";
import { efficiencyUp } from "./efficiency-up";
import { ftpTooLow } from "./ftp-too-low";
import { greyZone } from "./grey-zone";
import { nightsMissing } from "./nights-missing";
import { personalBest } from "./personal-best";
import { sourcesDisagree } from "./sources-disagree";
import { staleThreshold } from "./stale-threshold";
import { timeZoneShift } from "./time-zone-shift";

/** Sessions every three days, the oldest first. */
const sessions = (from: number, to: number, parts: Partial<DetectorActivity>) =>
  Array.from({ length: Math.floor((from - to) / 3) + 1 }, (_, i) => session(from - 3 * i, parts));
const having = (rest: Partial<Omit<DetectorInput, "daily">>) => healthyInput(undefined, rest);

describe("staleThreshold", () => {
  const set = (ago: number, activities = sessions(40, 1, {})) =>
    staleThreshold(
      having({
        activities,
        thresholds: [{ sport: "running", value: 3.8, unit: "m/s", validFrom: daysAgo(ago) }],
      }),
    );

  it("tells an old threshold of a sport that is trained", () => {
    expect(set(89)).toBeNull();
    expect(set(90)).toMatchObject({ severity: "notice", sport: "running" });
    expect(set(200, sessions(20, 1, {}))).toBeNull();
    expect(set(200, sessions(40, 1, { sport: "cycling" }))).toBeNull();
    expect(staleThreshold(having({ activities: sessions(40, 1, {}) })), "none set").toBeNull();
  });
});

describe("ftpTooLow", () => {
  const suggested = (suggestedW: number) =>
    ftpTooLow(
      having({
        ftp: {
          ...{ ftpW: 250, suggestedW, twentyMinutesW: suggestedW / 0.95 },
          ...{ activityId: "ride", day: daysAgo(4) },
        },
      }),
    );

  it("tells power that says more than the FTP in use", () => {
    expect(suggested(257)).toBeNull();
    expect(suggested(258)?.text).toContain("an FTP of 258 W. You train by 250 W");
    expect(suggested(230)).toBeNull();
    expect(ftpTooLow(healthyInput())).toBeNull();
  });

  it("draws the FTP since it was set, and the other one from the effort on", () => {
    const ftp = { ftpW: 250, suggestedW: 260, twentyMinutesW: 274, activityId: "ride" };
    const thresholds = [
      { sport: "cycling", value: 250, unit: "W", validFrom: daysAgo(10) } as const,
    ];
    const found = ftpTooLow(having({ thresholds, ftp: { ...ftp, day: daysAgo(4) } }));
    const [series] = found?.series ?? [];
    expect(series?.range).toEqual({ low: 250, high: null });
    const values = series?.points.slice(-12).map(({ value }) => value);
    expect(values).toEqual([null, ...Array(6).fill(250), ...Array(5).fill(260)]);
  });
});

describe("decouplingTrend", () => {
  const drift = (now: number, before: number, count = 9) =>
    decouplingTrend(
      having({
        activities: [
          ...sessions(80, 30, { decouplingPct: before }),
          ...sessions(26, 1, { decouplingPct: now }).slice(0, count),
        ],
      }),
    );

  it("tells more drift than before, beyond 5 %", () => {
    expect(drift(4.9, 2)).toBeNull();
    expect(drift(5.5, 4)).toBeNull();
    expect(drift(6, 3)?.severity).toBe("notice");
    expect(drift(9, 3)?.severity).toBe("caution");
    expect(drift(9, 3, 4), "four sessions").toBeNull();
    expect(decouplingTrend(having({ activities: sessions(80, 1, {}) }))).toBeNull();
  });
});

describe("greyZone", () => {
  const shares = (easy: number, moderate: number, hard: number, count = 9) =>
    greyZone(
      having({
        activities: sessions(26, 1, {
          zonesS: [easy * 3600, moderate * 3600, hard * 3600],
        }).slice(0, count),
      }),
    );

  it("tells a month that was mostly moderate", () => {
    expect(shares(0.8, 0.1, 0.1)).toBeNull();
    expect(shares(0.71, 0.2, 0.09)).toBeNull();
    expect(shares(0.6, 0.3, 0.1)?.text).toContain("30 % of the time of your runs");
    expect(shares(0.6, 0.1, 0.3), "hard, not grey").toBeNull();
    expect(shares(0.6, 0.3, 0.1, 7), "seven sessions").toBeNull();
    expect(shares(0.3, 0.15, 0.05), "too few hours").toBeNull();
  });
});

describe("timeZoneShift", () => {
  const moved = (hours: number, ago = 1) =>
    timeZoneShift(
      having({ activities: [session(6), session(ago, { utcOffsetS: 3600 + hours * 3600 })] }),
    );

  it("tells a journey by its hours, the short way round", () => {
    expect(moved(0)).toBeNull();
    expect(moved(1), "summer time").toBeNull();
    expect(moved(3)?.severity).toBe("notice");
    expect(moved(7)?.severity).toBe("caution");
    expect(moved(-9)?.text).toContain("9 h west");
    expect(moved(-17)?.text).toContain("7 h east");
  });

  it("sees a journey of four days on each day of the week after it, and for no longer than it was", () => {
    const away = { utcOffsetS: 7 * 3600 };
    const trip = (endedAgo: number) => {
      const there = [3, 2, 1, 0].map((day) => session(endedAgo + 1 + day, away));
      const home = endedAgo === 0 ? [] : [session(endedAgo)];
      return timeZoneShift(having({ activities: [session(endedAgo + 9), ...there, ...home] }));
    };
    expect(trip(0)?.text).toContain("6 h east");
    for (const ago of [1, 2, 3]) expect(trip(ago)?.text).toContain("6 h west");
    expect(trip(3)?.evidence[1]).toMatchObject({ value: 4, unit: "days" });
    expect(trip(4)).toBeNull();
  });

  it("forgets it, and needs a clock on both sides", () => {
    // Seven zones take the body seven days.
    expect(moved(7, 5)).not.toBeNull();
    expect(moved(3, 2)).not.toBeNull();
    expect(moved(3, 3)).toBeNull();
    expect(timeZoneShift(having({ activities: [session(1, { utcOffsetS: 32_400 })] }))).toBeNull();
    const unknown = [session(6, { utcOffsetS: null }), session(1, { utcOffsetS: 32_400 })];
    expect(timeZoneShift(having({ activities: unknown }))).toBeNull();
  });
});

describe("nightsMissing", () => {
  const without = (nights: number) =>
    nightsMissing(
      healthyInput((columns) => {
        for (const column of [columns.hrvMs, columns.restingHrBpm, columns.sleepS]) {
          setLast(column, nights, () => null);
        }
      }),
    );

  it("tells nights that stopped coming, not those that never came", () => {
    expect(without(0)).toBeNull();
    expect(without(4)).toBeNull();
    expect(without(5)?.severity).toBe("notice");
    expect(without(126)).toBeNull();
  });

  it("counts a night with any of the three", () => {
    const some = healthyInput(({ hrvMs, sleepS }) => {
      setLast(hrvMs, 7, () => null);
      setLast(sleepS, 7, () => null);
    });
    expect(nightsMissing(some)).toBeNull();
  });
});

describe("sourcesDisagree", () => {
  const apart = (nights: number, low: number, high: number) =>
    sourcesDisagree(
      having({
        disagreements: Array.from({ length: nights }, (_, i) => ({
          ...{ day: daysAgo(nights - i), signal: "restingHrBpm" as const, low, high },
        })),
      }),
    );

  it("tells sources that are far apart on many nights", () => {
    expect(apart(3, 48, 56)).toBeNull();
    expect(apart(4, 48, 56)?.text).toContain("On 4 nights");
    expect(apart(9, 48, 52)).toBeNull();
    expect(apart(0, 0, 0)).toBeNull();
  });
});

describe("personalBest", () => {
  const best = (value: number, before: number, unit: "s" | "W" = "s", ago = 2) =>
    personalBest(
      having({
        bests: [
          {
            ...{ sport: "running", value, before, unit, activityId: "run" },
            ...{ day: daysAgo(ago), beforeDay: daysAgo(90) },
            span: unit === "s" ? { value: 5000, unit: "m" } : { value: 1200, unit: "s" },
          },
        ],
      }),
    );

  it("tells a best by time and by power", () => {
    expect(best(1195, 1230)?.text).toContain("5 km in 19 min 55 s in a run this week");
    expect(best(1195, 1230)?.text).toContain("before was 20 min 30 s");
    expect(best(280, 270, "W")?.text).toContain("held 280 W for 20 min");
  });

  it("tells no slower time, no hair's breadth, nothing old and no first", () => {
    expect(best(1240, 1230)).toBeNull();
    expect(best(1228, 1230)).toBeNull();
    expect(best(1195, 1230, "s", 7)).toBeNull();
    expect(best(1195, 0)).toBeNull();
    expect(personalBest(healthyInput())).toBeNull();
  });
});

describe("efficiencyUp", () => {
  const gain = (now: number, parts: Partial<DetectorActivity> = {}) =>
    efficiencyUp(
      having({
        activities: [
          ...sessions(80, 30, { efficiency: 1.2 }),
          ...sessions(26, 1, { efficiency: now, ...parts }),
        ],
      }),
    );

  it("tells more output for the same heartbeats", () => {
    expect(gain(1.2)).toBeNull();
    expect(gain(1.235)).toBeNull();
    expect(gain(1.25)).toMatchObject({ severity: "celebrate", sport: "running" });
    expect(gain(1.1)).toBeNull();
    expect(gain(1.3, { isHard: true }), "hard sessions only").toBeNull();
    expect(gain(1.3, { timerS: 1200 }), "short ones only").toBeNull();
    expect(gain(1.3, { efficiency: null })).toBeNull();
  });
});
