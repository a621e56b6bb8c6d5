import { describe, expect, it } from "vitest";
import { addDays, localDate } from "../../dates/local-date";
import type { RecommendedWorkout } from "../plan/workout-types";
import type { JudgedActivity } from "./execution-of";
import { type JudgedMorning, judgeDay } from "./judge-day";

const DAY = localDate("2026-11-02");
const RUN: JudgedActivity = {
  ...{ id: "run", day: DAY, title: "Run", sport: "running", timerS: 3600, load: 60, rpe: null },
  ...{
    avgPowerW: null,
    avgSpeedMps: 3,
    efficiencyFactor: 1.5,
    decouplingPct: null,
    timeInZone: {},
  },
};
const MORNING: JudgedMorning = {
  ...{ day: DAY, decision: "go", score: 82, workout: null, isKept: false },
};
const WORKOUT: RecommendedWorkout = {
  ...{ templateId: "x", title: "Easy run", sport: "running", purpose: "", load: 50 },
  ...{ durationS: 3600, intensity: "easy" },
  steps: [
    { kind: "steady", durationS: 3600, target: { kind: "speed", low: 2.9, high: 3.1, zone: 2 } },
  ],
};
const sessionsBefore = (count: number, change: Partial<JudgedActivity> = {}) =>
  Array.from({ length: count }, (_, i) => ({
    ...RUN,
    id: `b${i}`,
    day: addDays(DAY, -2 * i - 1),
    ...change,
  }));
const judged = (
  morning: Partial<JudgedMorning>,
  onDay: readonly JudgedActivity[],
  earlier: readonly JudgedActivity[] = [],
) => judgeDay({ ...MORNING, ...morning }, onDay, earlier);
const signals = (record: ReturnType<typeof judged>) =>
  record.session?.execution.signals.map(({ name, verdict }) => `${name} ${verdict}`);

describe("judgeDay", () => {
  it("holds the accepted workout's activity against its plan", () => {
    expect(signals(judged({ workout: WORKOUT }, [RUN]))).toEqual([
      "completion expected",
      "target expected",
    ]);
    const short = { ...RUN, timerS: 2800, avgSpeedMps: 2.7 };
    const record = judged({ workout: WORKOUT }, [short]);
    expect(signals(record)).toEqual(["completion worse", "target worse"]);
    expect(record.outcome).toBe("too_bold");
  });

  it("holds a ride's power against its target", () => {
    const target = { kind: "power", low: 180, high: 200, zone: 2 } as const;
    const steps = [{ kind: "steady" as const, durationS: 3600, target }];
    const workout = { ...WORKOUT, sport: "cycling" as const, steps };
    const ride = (avgPowerW: number | null) =>
      signals(judged({ workout }, [{ ...RUN, sport: "cycling", avgPowerW }]));
    expect(ride(190)).toEqual(["completion expected", "target expected"]);
    expect(ride(150)).toEqual(["completion expected", "target worse"]);
    expect(ride(null)).toEqual(["completion expected"]);
  });

  it("takes an effort of two points above the plan's for worse, and two below for better", () => {
    const felt = (rpe: number) =>
      signals(judged({ workout: WORKOUT }, [{ ...RUN, avgSpeedMps: null, rpe }]));
    expect(felt(5.5)).toEqual(["completion expected", "rpe worse"]);
    expect(felt(5)).toEqual(["completion expected", "rpe expected"]);
    expect(felt(1.5)).toEqual(["completion expected", "rpe better"]);
  });

  it("holds what was not planned against the athlete's own sessions of that sport", () => {
    const drifting = { ...RUN, efficiencyFactor: 1.4, decouplingPct: 8 };
    const usual = sessionsBefore(5, { decouplingPct: 3 });
    expect(signals(judged({}, [drifting], usual))).toEqual([
      "efficiency worse",
      "decoupling worse",
    ]);
    expect(signals(judged({}, [drifting], sessionsBefore(4, { decouplingPct: 3 })))).toEqual([
      "decoupling worse",
    ]);
    expect(signals(judged({}, [drifting], sessionsBefore(5, { sport: "cycling" })))).toEqual([]);
    const old = sessionsBefore(5).map((one) => ({ ...one, day: addDays(one.day, -42) }));
    expect(judged({}, [drifting], old).outcome).toBe("unknown");
  });

  it("compares an effort without a plan to efforts of a like load only", () => {
    const hard = { ...RUN, rpe: 8, efficiencyFactor: null };
    expect(signals(judged({}, [hard], sessionsBefore(5, { rpe: 4 })))).toEqual(["rpe worse"]);
    expect(signals(judged({}, [hard], sessionsBefore(5, { rpe: 4, load: 30 })))).toEqual([]);
  });

  it("knows when somebody did more than advised", () => {
    const hard = { ...RUN, load: 90 };
    expect(judged({ decision: "ease" }, [RUN], sessionsBefore(5)).outcome).toBe("followed");
    expect(judged({ decision: "ease" }, [hard], sessionsBefore(5)).outcome).toBe("too_careful");
    expect(judged({ decision: "ease", isKept: true }, [RUN], sessionsBefore(5)).outcome).toBe(
      "too_careful",
    );
    expect(
      judged({ decision: "rest" }, [{ ...RUN, timerS: 900, load: 15 }], sessionsBefore(5)).outcome,
    ).toBe("followed");
    expect(judged({ decision: "rest" }, [RUN], sessionsBefore(5)).outcome).toBe("too_careful");
    expect(judged({ decision: "rest" }, []).outcome).toBe("followed");
  });

  it("takes the day's heaviest session when the accepted one was not done", () => {
    const ride = { ...RUN, id: "ride", sport: "cycling" as const, load: 80 };
    const swim = { ...RUN, id: "swim", sport: "swimming" as const, load: 20 };
    expect(judged({ workout: WORKOUT }, [swim, ride]).session?.activityId).toBe("ride");
  });
});
