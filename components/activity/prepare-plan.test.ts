import { describe, expect, it } from "vitest";
import type { StepExecution, WorkoutAlignment } from "@/lib/training/alignment/alignment-types";
import type { PlannedStep } from "@/lib/training/plan/planned-workout";
import { planCsv } from "./plan-csv";
import { planTotal } from "./plan-finding";
import { planPlot } from "./plan-plot";
import { preparePlan } from "./prepare-plan";

const step = (kind: PlannedStep["kind"], seconds: number, low: number, high: number) => ({
  ...{ kind, length: { by: "time", seconds } as const },
  target: { kind: "power", low, high } as const,
});
const WORK = step("work", 300, 240, 260);
const REST = step("recovery", 180, 100, 130);

function done(planned: PlannedStep, fromS: number, changes: Partial<StepExecution> = {}) {
  const seconds = planned.length.by === "time" ? planned.length.seconds : 60;
  return {
    ...{ step: planned, repetition: null, status: "done", fromS, toS: fromS + seconds },
    ...{ timerS: seconds, distanceM: null, mean: 250, inRange: 1, reason: null, startShiftS: 0 },
    ...changes,
  } as StepExecution;
}
const skipped = (planned: PlannedStep) =>
  done(planned, 0, {
    ...{ status: "skipped", fromS: null, toS: null, timerS: null, mean: null, inRange: null },
    ...{ reason: "Not found in the recording.", startShiftS: null },
  });
function aligned(steps: readonly StepExecution[], extra: { fromS: number; toS: number }[] = []) {
  const all = { source: "output", steps, extra, agreement: 0.9, formula: "ALN-1@1" } as const;
  return all satisfies WorkoutAlignment;
}
const THREE = [
  done(WORK, 0),
  done(REST, 300, { mean: 115 }),
  done(WORK, 480),
  done(REST, 780),
  done(WORK, 960),
];

describe("preparePlan", () => {
  it("says in a sentence what was done, held, skipped, cut short and more than planned", () => {
    const finding = (steps: readonly StepExecution[], extras = 0) =>
      preparePlan(aligned(steps, Array(extras).fill({ fromS: 0, toS: 60 })), "cycling", "metric")
        .finding;
    expect(finding(THREE)).toBe("All 3 work steps done, in range 100 % of the time.");
    const short = done(WORK, 480, { status: "partly", timerS: 100, inRange: 0.4 });
    expect(finding([done(WORK, 0), done(REST, 300), short, skipped(REST), skipped(WORK)], 2)).toBe(
      "1 of 3 work steps done, in range 85 % of the time; number 3 skipped; number 2 cut short; 2 efforts more than planned.",
    );
    const steady = step("steady", 3600, 150, 180);
    expect(finding([done(steady, 0, { mean: null, inRange: null })])).toBe("The step was done.");
  });

  it("has a row for each step, with a dash where nothing is known, and one for an extra effort", () => {
    const late = done(WORK, 480, { startShiftS: 75, timerS: 298, mean: 244.6, inRange: 0.824 });
    const { rows, how } = preparePlan(
      aligned([done(WORK, 0), late, skipped(WORK)], [{ fromS: 900, toS: 1100 }]),
      ...(["cycling", "metric"] as const),
    );
    expect(how).toBe("The steps were found in what was recorded.");
    expect(rows[1]).toEqual({
      ...{ fromS: 480, toS: 780, step: "Work 2 of 3", planned: "5:00 at 240–260 W" },
      ...{ status: "done", done: "4:58", mean: "245 W", inRange: "82 %", start: "+1:15" },
    });
    expect(rows[0]?.start).toBe("on time");
    expect(rows[2]).toMatchObject({ done: "skipped", mean: "–", inRange: "–", start: "–" });
    expect(rows[3]).toMatchObject({ step: "Extra", planned: "not planned", done: "3:20" });
    expect(planCsv(rows).split("\r\n")[3]).toBe("Work 3 of 3,5:00 at 240–260 W,skipped,,,,,,");
  });

  it("says how long the whole was to be, where every step has a set time", () => {
    expect(planTotal([WORK, REST], 470)).toBe("Planned 8:00 in all, done 7:50.");
    expect(planTotal([WORK, { ...REST, length: { by: "open" } }], 470)).toBeNull();
  });

  it("gives the reason instead when it could not be aligned", () => {
    const none = { source: "none", reason: "The plan has no steps." } as const;
    expect(preparePlan(none, "cycling", "metric")).toEqual({
      ...{ finding: "Could not be aligned. The plan has no steps.", how: null, rows: [] },
    });
  });
});

describe("planPlot", () => {
  const valid = new Uint8Array(960).fill(1);
  const channel = (values: Float64Array) => ({ values, valid });
  const powerW = channel(Float64Array.from({ length: 960 }, (_, s) => (s % 480 < 300 ? 250 : 115)));
  const streams = { lengthS: 960, timerOn: valid, channels: { powerW } };

  it("lays the target of each step over what was recorded, and nothing where none lies", () => {
    const model = planPlot([done(WORK, 0), done(WORK, 480)], streams, "cycling", "metric");
    const [target, line] = model?.panels[0]?.series ?? [];
    const at = (second: number) => Math.floor(second / 2);
    expect([target?.low?.[at(100)], target?.values[at(100)]]).toEqual([240, 260]);
    expect(target?.values[at(400)]).toBeNull();
    expect([line?.values[at(100)], line?.values[at(400)]]).toEqual([250, 115]);
    expect(model?.labels[at(100)]).toBe("1:40");
  });

  it("is none where no target speaks of what was recorded", () => {
    const feel = { ...WORK, target: { kind: "rpe", low: 3, high: 4 } } as const;
    expect(planPlot([done(feel, 0, { mean: null })], streams, "cycling", "metric")).toBeNull();
  });

  it("draws pace as lengths an hour, without the seconds of standing still", () => {
    const speedMps = channel(Float64Array.from({ length: 960 }, (_, s) => (s < 300 ? 4 : 0)));
    const run = { ...WORK, target: { kind: "speed", low: 3.9, high: 4.1 } } as const;
    const model = planPlot(
      [done(run, 0, { mean: 4 })],
      { ...streams, channels: { speedMps } },
      "running",
      "metric",
    );
    const [target, line] = model?.panels[0]?.series ?? [];
    expect(line?.values[10]).toBeCloseTo(14.4, 9);
    expect(line?.values[300]).toBeNull();
    expect(target?.values[10]).toBeCloseTo(14.76, 9);
  });
});
