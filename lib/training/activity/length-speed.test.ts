import { describe, expect, it } from "vitest";
import { alignWorkout } from "../alignment/align-workout";
import type { PlannedStep } from "../plan/planned-workout";
import type { RecordedLength } from "./activity-types";
import { lengthSpeed } from "./length-speed";

/** Lengths of 25 m one after the other; 0 s/length stands for a rest of 20 s. */
function swim(secondsEach: readonly number[]): RecordedLength[] {
  let at = 0;
  return secondsEach.map((each) => {
    const durationS = each || 20;
    at += durationS;
    return {
      ...{ startS: at - durationS, durationS, isActive: each > 0 },
      strokes: null,
      stroke: null,
    };
  });
}

describe("lengthSpeed", () => {
  it("is the pool by the time of each length, nothing at the wall, unknown outside", () => {
    const { values, valid } = lengthSpeed(swim([25, 0, 20]), 25, 80);
    expect([values[0], values[24], values[30], values[45], values[64]]).toEqual([
      ...[1, 1, 0, 1.25, 1.25],
    ]);
    expect([valid[30], valid[64], valid[65], valid[79]]).toEqual([1, 1, 0, 0]);
  });

  it("lets a set in the pool be aligned, and tells the repetition that was left out", () => {
    const step = (kind: PlannedStep["kind"], seconds: number, speed: number): PlannedStep => ({
      ...{ kind, length: { by: "time", seconds } },
      target: { kind: "speed", low: speed * 0.98, high: speed * 1.02 },
    });
    const [work, rest] = [step("work", 120, 1.25), step("recovery", 20, 0.9)];
    const plan = [
      ...[step("warmup", 400, 1), work, rest, work, rest, work, rest, work],
      step("cooldown", 400, 1),
    ];
    const easy = Array<number>(16).fill(25);
    const fast = Array<number>(6).fill(20);
    const lengths = swim([...easy, ...fast, 0, ...fast, 0, ...fast, ...easy]);
    const lengthS = 32 * 25 + 18 * 20 + 40;
    const streams = {
      ...{ lengthS, timerOn: new Uint8Array(lengthS).fill(1) },
      channels: { speedMps: lengthSpeed(lengths, 25, lengthS) },
    };
    const alignment = alignWorkout({
      workout: { steps: plan },
      streams,
      laps: [],
      sport: "swimming",
    });
    if (alignment.source === "none") throw new Error(alignment.reason);
    const work4 = alignment.steps.filter((one) => one.step.kind === "work");
    expect(work4.map(({ status, fromS }) => [status, fromS])).toEqual([
      ...[
        ["done", 400],
        ["done", 540],
        ["done", 680],
        ["skipped", null],
      ],
    ]);
  });
});
