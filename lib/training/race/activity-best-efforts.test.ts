import { describe, expect, it } from "vitest";
import { cleanSpeed } from "../activity/clean-speed";
import { activityBestEfforts } from "./activity-best-efforts";
import { fastestSpeed } from "./fastest-speed";

/** Second by second: metres covered. */
function run(steps: readonly number[]) {
  const distance = new Float64Array(steps.length);
  let metres = 0;
  for (const [s, step] of steps.entries()) {
    metres += step;
    distance[s] = metres;
  }
  const valid = new Uint8Array(steps.length).fill(1);
  const speedMps = cleanSpeed({ values: Float64Array.from(steps), valid: valid.slice() }).channel;
  const channels = { distanceM: { values: distance, valid }, speedMps };
  return { lengthS: steps.length, timerOn: valid, channels };
}
const steady = (mps: number, seconds: number) => Array<number>(seconds).fill(mps);
const secondsFor = (steps: readonly number[], distanceM: number) =>
  activityBestEfforts({ sport: "running" }, run(steps)).find(
    (effort) => effort.distanceM === distanceM,
  )?.durationS;

describe("activityBestEfforts", () => {
  it("finds the fastest kilometre of a run", () => {
    expect(secondsFor([...steady(3, 400), ...steady(4, 300), ...steady(3, 400)], 1000)).toBeCloseTo(
      250,
      6,
    );
  });

  it.each([
    ["one jump of 400 m", [400]],
    ["400 m in 11 s", steady(400 / 11, 11)],
    ["400 m in 34 s, each second of it possible", steady(11.8, 34)],
    ["a drive home", [...steady(10, 60), 13, ...steady(10, 60)]],
  ])("makes no record of %s", (_name, jump) => {
    const steps = [...steady(3, 500), ...jump, ...steady(3, 500)];
    expect(secondsFor(steps, 400)).toBeGreaterThanOrEqual(400 / 3 - 1);
    expect(secondsFor(steps, 1000)).toBeGreaterThanOrEqual(1000 / 3 - 1);
  });

  it("has efforts of runs and swims only", () => {
    const streams = run(steady(1.2, 1000));
    expect(activityBestEfforts({ sport: "cycling" }, streams)).toEqual([]);
    expect(activityBestEfforts({ sport: "swimming" }, streams)[0]?.distanceM).toBe(50);
    expect(activityBestEfforts({ sport: "running" }, { ...streams, channels: {} })).toEqual([]);
  });
});

describe("fastestSpeed", () => {
  it("lies above the world bests and falls with time", () => {
    const bests = [
      [9.58, 100],
      [43.03, 400],
      [100.91, 800],
      [755.36, 5000],
      [7235, 42_195],
    ] as const;
    for (const [durationS, metres] of bests) {
      const limit = fastestSpeed("running", durationS);
      expect(limit).toBeGreaterThan(metres / durationS);
      expect(limit).toBeLessThan((metres / durationS) * 1.2);
    }
    for (let t = 1; t < 90_000; t *= 1.1) {
      expect(fastestSpeed("running", t * 1.1)).toBeLessThanOrEqual(fastestSpeed("running", t));
    }
    expect(fastestSpeed("cycling", 10)).toBe(Number.POSITIVE_INFINITY);
  });
});
