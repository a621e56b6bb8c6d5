import { describe, expect, it } from "vitest";
import { workBalanceFinding } from "./work-balance-finding";

const balance = { values: new Float64Array(0), valid: new Uint8Array(0) };

describe("workBalanceFinding", () => {
  it.each([
    [3200, 2709, 2, false, "W′ fell to 3.2 kJ at 45:10; 2 efforts took 2 kJ or more."],
    [300, 599, 1, true, "W′ was used up at 10:00; 1 effort took 2 kJ or more."],
    [14_000, 0, 0, false, "W′ fell to 14.0 kJ at 0:01; no effort took 2 kJ."],
  ])("%s J", (lowestJ, lowestAtS, matches, isEmptied, text) => {
    expect(workBalanceFinding({ balance, lowestJ, lowestAtS, matches, isEmptied })).toBe(text);
  });
});
