import { describe, expect, it, vi } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { type FitActivityInput, writeFitActivity } from "../support/write-fit-activity";

vi.setConfig({ testTimeout: 60_000 });

const START = Date.UTC(2026, 5, 1, 6, 0, 0) / 1000;
const RIDE: FitActivityInput = {
  startEpochS: START,
  sessions: [{ atS: 0, durationS: 119, sport: "cycling", thresholdPower: 260 }],
  records: Array.from({ length: 120 }, (_, atS) => ({ atS, power: 200 })),
};
const WARM_UP = { intensity: "warmup", durationType: "open", targetType: "open" };
const power = (low: number, high: number) => ({
  targetType: "power",
  targetValue: 0,
  customTargetValueLow: low,
  customTargetValueHigh: high,
});
const heartRate = (low: number, high: number) => ({ ...power(low, high), targetType: "heartRate" });
const time = (seconds: number) => ({ durationType: "time", durationValue: seconds * 1000 });
const repeat = (from: number, times: number) => ({
  durationType: "repeatUntilStepsCmplt",
  durationValue: from,
  targetValue: times,
});

async function read(changes: Partial<FitActivityInput>): Promise<RecordedActivity> {
  const content = await fileReader.read(writeFitActivity({ ...RIDE, ...changes }), "ride.fit");
  const [activity] = content.kind === "activities" ? content.activities : [];
  if (activity === undefined) throw new Error(`refused: ${JSON.stringify(content)}`);
  return activity;
}
const steps = async (...messages: readonly Readonly<Record<string, unknown>>[]) =>
  (await read({ workout: { name: "Tuesday", steps: messages } })).workout?.steps;
const targets = async (...messages: readonly Readonly<Record<string, unknown>>[]) =>
  (await steps(...messages.map((one) => ({ intensity: "active", ...time(60), ...one }))))?.map(
    ({ target }) => target,
  );

describe("the workout in a FIT file", () => {
  it("is written out, repeats within repeats, with the numbers that laps refer to", async () => {
    const messages = [
      WARM_UP,
      { intensity: "interval", ...time(30), ...power(1300, 1340) },
      { intensity: "recovery", ...time(15), ...power(1120, 1140) },
      repeat(1, 2),
      { intensity: "rest", durationType: "distance", durationValue: 100_000, targetType: "open" },
      repeat(1, 2),
      { intensity: "cooldown", ...time(600), targetType: "open" },
    ];
    const { workout, title } = await read({ workout: { name: "Micro bursts", steps: messages } });
    expect(title).toBe("Micro bursts");
    expect(workout?.title).toBe("Micro bursts");
    const set = [...["work 1", "recovery 2", "work 1", "recovery 2", "recovery 4"]];
    expect(workout?.steps.map(({ kind, deviceIndex }) => `${kind} ${deviceIndex}`)).toEqual([
      ...["warmup 0", ...set, ...set, "cooldown 6"],
    ]);
    expect(workout?.steps.slice(0, 2)).toEqual([
      {
        kind: "warmup",
        length: { by: "open" },
        target: { kind: "open", low: null, high: null },
        deviceIndex: 0,
      },
      {
        kind: "work",
        length: { by: "time", seconds: 30 },
        target: { kind: "power", low: 300, high: 340 },
        deviceIndex: 1,
      },
    ]);
    expect(workout?.steps[5]?.length).toEqual({ by: "distance", metres: 1000 });
  });

  it("has targets in the athlete's own numbers, or the reason why not", async () => {
    const speed = { ...power(3500, 3700), targetType: "speed" };
    const cadence = { ...power(90, 100), targetType: "cadence" };
    expect(await targets(power(90, 100), heartRate(240, 250), speed, cadence)).toEqual([
      { kind: "power", low: 234, high: 260 },
      { kind: "heart_rate", low: 140, high: 150 },
      { kind: "speed", low: 3.5, high: 3.7 },
      { kind: "cadence", low: 90, high: 100 },
    ]);
    const unknown = await targets(heartRate(80, 90), { targetType: "heartRate", targetValue: 3 });
    expect(unknown?.map(({ kind, low, reason }) => [kind, low, reason])).toEqual([
      [
        "heart_rate",
        null,
        "The target is a share of a maximal heart rate that the file does not tell.",
      ],
      [
        "heart_rate",
        null,
        "The target is the device's zone 3, and the file does not tell where that lies.",
      ],
    ]);
  });

  it("is none when a part is repeated until something unknown, or endlessly", async () => {
    const work = { intensity: "active", ...time(60), targetType: "open" };
    expect(await steps(work, { ...repeat(0, 3), durationType: "repeatUntilTime" })).toBeUndefined();
    expect(await steps(work, repeat(0, 60_000))).toBeUndefined();
    expect(await steps(work, repeat(7, 3))).toBeUndefined();
    expect((await read({})).workout).toBeUndefined();
  });

  it("comes with the step's number on each lap", async () => {
    const laps = [0, 60].map((atS, wktStepIndex) => ({ atS, totalElapsedTime: 60, wktStepIndex }));
    const { laps: read0 } = await read({ laps });
    expect(read0.map(({ stepIndex }) => stepIndex)).toEqual([0, 1]);
    const { laps: without } = await read({ laps: [{ atS: 0, totalElapsedTime: 60 }] });
    expect(without[0]).not.toHaveProperty("stepIndex");
  });

  it("is read from its laps where an older device left it out", async () => {
    const lap = (atS: number, totalTimerTime: number, wktStepIndex: number, more: object) => ({
      ...{ atS, totalTimerTime, totalElapsedTime: totalTimerTime, wktStepIndex, ...more },
    });
    const { workout } = await read({
      laps: [
        lap(0, 20, 0, { lapTrigger: "manual", avgPower: 150 }),
        lap(20, 30, 1, { lapTrigger: "time", avgPower: 300 }),
        lap(50, 10, 2, { lapTrigger: "manual", avgPower: 120 }),
        lap(60, 12, 1, { lapTrigger: "manual", avgPower: 280 }),
        lap(72, 10, 2, { lapTrigger: "manual", avgPower: 130 }),
        lap(82, 37, 4, { lapTrigger: "sessionEnd", avgPower: 140 }),
      ],
    });
    expect(workout?.steps.map(({ kind, length }) => [kind, length])).toEqual([
      ["warmup", { by: "open" }],
      ["work", { by: "time", seconds: 30 }],
      ["recovery", { by: "open" }],
      ["work", { by: "time", seconds: 30 }],
      ["recovery", { by: "open" }],
      ["cooldown", { by: "open" }],
    ]);
  });
});
