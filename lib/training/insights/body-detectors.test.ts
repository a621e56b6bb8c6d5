import { describe, expect, it } from "vitest";
import { DAY, daysAgo, healthyInput, setLast } from "@/tests/support/detector-input";
import { feelingLow } from "./feeling-low";
import { hrvBelowRange } from "./hrv-below-range";
import { illnessPattern } from "./illness-pattern";
import { overreaching } from "./overreaching";
import { restingHrRising } from "./resting-hr-rising";
import { sleepShort } from "./sleep-short";
import { weightFalling } from "./weight-falling";

const plus = (by: number) => (value: number | null) => (value === null ? null : value + by);
const gone = () => null;

describe("restingHrRising", () => {
  const up = (by: number, nights = 7) =>
    restingHrRising(healthyInput(({ restingHrBpm }) => setLast(restingHrBpm, nights, plus(by))));

  it("tells a rise by its size", () => {
    expect(up(0)).toBeNull();
    expect(up(2.9)).toBeNull();
    expect(up(3.1)?.severity).toBe("caution");
    expect(up(5.1)?.severity).toBe("warning");
    expect(up(-6)).toBeNull();
  });

  it("says by how much, and since when it looks", () => {
    const found = up(4);
    expect(found?.text).toContain("52 bpm on average this week, 4 bpm above the 48 bpm");
    expect(found).toMatchObject({ formula: "DET-RHR@1", fromDay: daysAgo(34), toDay: DAY });
  });

  it("is silent once it is over, and with too few nights", () => {
    const over = healthyInput(({ restingHrBpm }) => setLast(restingHrBpm, 5, plus(8), 2));
    expect(restingHrRising(over)).toBeNull();
    const few = healthyInput(({ restingHrBpm }) => {
      setLast(restingHrBpm, 7, plus(6));
      setLast(restingHrBpm, 4, gone, 3);
    });
    expect(restingHrRising(few)).toBeNull();
    const young = healthyInput(({ restingHrBpm }) => {
      setLast(restingHrBpm, 7, plus(6));
      setLast(restingHrBpm, 100, gone, 20);
    });
    expect(restingHrRising(young), "13 nights before").toBeNull();
  });
});

describe("hrvBelowRange", () => {
  const times = (factor: number, nights: number, skip = 0) =>
    hrvBelowRange(
      healthyInput(({ hrvMs }) => setLast(hrvMs, nights, (ms) => (ms ?? 0) * factor, skip)),
    );

  it("tells a week that is deep under the range, and one that stays under it for long", () => {
    expect(times(1, 7)).toBeNull();
    expect(times(0.9, 4)?.severity).toBe("caution");
    expect(times(0.9, 12)?.severity).toBe("warning");
    expect(times(1.2, 7)).toBeNull();
  });

  it("takes one bad night, or a fall under 3 %, for nothing", () => {
    expect(times(0.85, 1)).toBeNull();
    expect(times(0.975, 14)).toBeNull();
  });

  it("needs an established range and most of the week's nights", () => {
    const young = healthyInput(({ hrvMs }) => {
      setLast(hrvMs, 7, (ms) => (ms ?? 0) * 0.8);
      setLast(hrvMs, 99, gone, 27);
    });
    expect(hrvBelowRange(young)).toBeNull();
    const gaps = healthyInput(({ hrvMs }) => {
      setLast(hrvMs, 7, (ms) => (ms ?? 0) * 0.8);
      setLast(hrvMs, 3, gone, 2);
    });
    expect(hrvBelowRange(gaps)).toBeNull();
  });
});

describe("sleepShort", () => {
  const nights = (hours: number, count = 14) =>
    sleepShort(healthyInput(({ sleepS }) => setLast(sleepS, count, () => hours * 3600)));

  it("holds two weeks against the athlete's own need", () => {
    expect(nights(7.5)).toBeNull();
    // 29 minutes less a night than the usual 7 h 30: 6 h 46 in all.
    expect(nights(7.5 - 29 / 60)).toBeNull();
    expect(nights(7)?.severity).toBe("caution");
    expect(nights(6.6)?.severity).toBe("warning");
    expect(nights(7)?.text).toContain("7 h long on average, against the 7 h 30 min");
  });

  it("asks nobody for less than 7 h or more than 8 h", () => {
    const always = (hours: number) =>
      sleepShort(healthyInput(({ sleepS }) => sleepS.fill(hours * 3600)));
    expect(always(6)?.severity).toBe("warning");
    expect(always(6.9)).toBeNull();
    const long = healthyInput(({ sleepS }) => {
      sleepS.fill(10 * 3600);
      setLast(sleepS, 14, () => 8 * 3600);
    });
    expect(sleepShort(long)).toBeNull();
  });

  it("needs ten nights", () => {
    const few = healthyInput(({ sleepS }) => {
      setLast(sleepS, 14, () => 5 * 3600);
      setLast(sleepS, 5, gone);
    });
    expect(sleepShort(few)).toBeNull();
  });
});

describe("illnessPattern", () => {
  type Shift = { pulse?: number; hrv?: number; breath?: number; symptoms?: number };
  const input = ({ pulse = 0, hrv = 0, breath = 0, symptoms = 0 }: Shift) =>
    healthyInput((columns) => {
      setLast(columns.restingHrBpm, 2, plus(pulse));
      setLast(columns.hrvMs, 2, plus(hrv));
      setLast(columns.respirationBrpm, 2, plus(breath));
      setLast(columns.symptoms, 1, () => symptoms);
    });

  it("needs two signs: one alone can be anything", () => {
    expect(illnessPattern(input({}))).toBeNull();
    expect(illnessPattern(input({ pulse: 8 }))).toBeNull();
    expect(illnessPattern(input({ hrv: -15 }))).toBeNull();
    expect(illnessPattern(input({ symptoms: 1 })), "symptoms alone").toBeNull();
    expect(illnessPattern(input({ pulse: 6, hrv: -12 }))?.severity).toBe("caution");
    expect(illnessPattern(input({ pulse: 6, hrv: -12, breath: 3 }))?.severity).toBe("warning");
    expect(illnessPattern(input({ pulse: 6, symptoms: 1 }))?.severity).toBe("warning");
    expect(illnessPattern(input({ pulse: -6, hrv: 12, breath: -3 }))).toBeNull();
  });

  it("counts no sign by one night, or without the last one", () => {
    const once = healthyInput(({ restingHrBpm, hrvMs }) => {
      setLast(restingHrBpm, 1, plus(9));
      setLast(hrvMs, 1, plus(-15));
    });
    expect(illnessPattern(once)).toBeNull();
    const unmeasured = healthyInput(({ restingHrBpm, hrvMs }) => {
      setLast(restingHrBpm, 2, plus(9));
      setLast(hrvMs, 2, plus(-15));
      setLast(hrvMs, 1, gone);
    });
    expect(illnessPattern(unmeasured)).toBeNull();
  });

  it("is silent while an illness is logged", () => {
    const events = [{ kind: "illness", fromDay: daysAgo(1), toDay: DAY } as const];
    expect(illnessPattern({ ...input({ pulse: 6, hrv: -12 }), events })).toBeNull();
    const past = [{ kind: "illness", fromDay: daysAgo(20), toDay: daysAgo(12) } as const];
    expect(illnessPattern({ ...input({ pulse: 6, hrv: -12 }), events: past })).not.toBeNull();
  });
});

describe("feelingLow", () => {
  const week = (feel: number, answers = 7) =>
    feelingLow(
      healthyInput((columns) => {
        setLast(columns.feel, 7, gone);
        setLast(columns.feel, answers, () => feel);
      }),
    );

  it("tells a week that felt worse than the weeks before", () => {
    expect(week(3.75)).toBeNull();
    expect(week(3.1)).toBeNull();
    expect(week(2.9)?.severity).toBe("caution");
    expect(week(2)?.severity).toBe("warning");
    expect(week(2, 3), "three answers").toBeNull();
  });

  it("leaves alone who always answers so", () => {
    expect(feelingLow(healthyInput(({ feel }) => feel.fill(2.5)))).toBeNull();
  });
});

describe("overreaching", () => {
  const heavy = ({ load }: { load: (number | null)[] }) => setLast(load, 14, () => 150);

  it("needs deep fatigue and two signs that agree", () => {
    const tired = healthyInput(heavy);
    expect(overreaching(tired), "load alone").toBeNull();
    const one = healthyInput((columns) => {
      heavy(columns);
      setLast(columns.restingHrBpm, 7, plus(4));
    });
    expect(overreaching(one)).toBeNull();
    const two = healthyInput((columns) => {
      heavy(columns);
      setLast(columns.restingHrBpm, 7, plus(4));
      setLast(columns.feel, 7, () => 2);
    });
    expect(overreaching(two)).toMatchObject({ severity: "warning", formula: "DET-OVER@1" });
    const signs = healthyInput((columns) => {
      setLast(columns.restingHrBpm, 7, plus(4));
      setLast(columns.feel, 7, () => 2);
    });
    expect(overreaching(signs), "signs without load").toBeNull();
  });

  it("is silent without nights and answers", () => {
    const blind = healthyInput((columns) => {
      heavy(columns);
      for (const column of [columns.hrvMs, columns.restingHrBpm, columns.feel]) column.fill(null);
    });
    expect(overreaching(blind)).toBeNull();
  });
});

describe("weightFalling", () => {
  const fall = (kg: number) =>
    weightFalling(healthyInput(({ weightKg }) => setLast(weightKg, 7, plus(-kg))));

  it("tells a fast fall, and nothing of a slow one or a rise", () => {
    expect(fall(0)).toBeNull();
    expect(fall(2)).toBeNull();
    expect(fall(2.2)?.severity).toBe("caution");
    expect(fall(3.6)?.severity).toBe("warning");
    expect(fall(-4)).toBeNull();
  });

  it("needs three weighings then and now", () => {
    const once = healthyInput(({ weightKg }) => {
      weightKg.fill(null);
      setLast(weightKg, 3, () => 60);
      setLast(weightKg, 2, () => 70, 25);
    });
    expect(weightFalling(once)).toBeNull();
  });
});
