import { describe, expect, it } from "vitest";
import { isHardSession } from "./is-hard-session";

const EASY = { timerS: 3600, load: 50, rpe: null, timeInZone: {} };
const zones = (seconds: number[]) => ({ boundaries: [], seconds, unit: "W", formula: "Z@1" });

describe("isHardSession", () => {
  it("counts ten minutes at zone 4 and above", () => {
    expect(
      isHardSession({ ...EASY, timeInZone: { power: zones([0, 3000, 0, 400, 200, 0, 0]) } }),
    ).toBe(true);
    expect(
      isHardSession({ ...EASY, timeInZone: { power: zones([0, 3000, 0, 400, 199, 0, 0]) } }),
    ).toBe(false);
  });

  it("believes power before heart rate", () => {
    const timeInZone = { power: zones([3600, 0, 0, 0]), heartRate: zones([0, 0, 0, 3600]) };
    expect(isHardSession({ ...EASY, timeInZone })).toBe(false);
  });

  it("counts 85 load an hour, and an effort that felt like 7", () => {
    expect(isHardSession({ ...EASY, load: 85 })).toBe(true);
    expect(isHardSession({ ...EASY, rpe: 7 })).toBe(true);
  });

  it("calls unknown intensity easy, and a sprint of a minute too", () => {
    expect(isHardSession({ ...EASY, load: null })).toBe(false);
    expect(isHardSession({ timerS: 60, load: 3, rpe: null, timeInZone: {} })).toBe(false);
  });
});
