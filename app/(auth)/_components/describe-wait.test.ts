import { describe, expect, it } from "vitest";
import { describeWait } from "./describe-wait";

describe("describeWait", () => {
  it.each([
    [0.2, "1 s"],
    [45, "45 s"],
    [89.5, "90 s"],
    [91, "2 min"],
    [900, "15 min"],
    [5400, "2 h"],
  ])("%d s is %s", (seconds, text) => {
    expect(describeWait(seconds)).toBe(text);
  });
});
