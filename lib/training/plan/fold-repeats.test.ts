import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRepeats } from "./fold-repeats";
import type { PlannedStep } from "./planned-workout";

const step = (kind: PlannedStep["kind"], seconds: number): PlannedStep => ({
  kind,
  length: { by: "time", seconds },
  target: { kind: "open", low: null, high: null },
});
const WARM = step("warmup", 600);
const HARD = step("work", 480);
const EASY = step("recovery", 120);
const COOL = step("cooldown", 300);

describe("foldRepeats", () => {
  it("puts repetitions together, and leaves the rest as it is", () => {
    const steps = [WARM, HARD, EASY, HARD, EASY, HARD, EASY, HARD, COOL];
    expect(foldRepeats(steps)).toEqual([
      { times: 1, steps: [WARM] },
      { times: 3, steps: [HARD, EASY] },
      { times: 1, steps: [HARD] },
      { times: 1, steps: [COOL] },
    ]);
    expect(foldRepeats([])).toEqual([]);
  });

  it("tells steps apart by what they ask for, not by their place in a device's list", () => {
    const steps = [
      { ...HARD, deviceIndex: 1 },
      { ...HARD, deviceIndex: 2 },
      { ...HARD, target: { kind: "power", low: 200, high: 220 } as const },
    ];
    expect(foldRepeats(steps).map(({ times }) => times)).toEqual([2, 1]);
  });

  it("says the same workout when it is written out again", () => {
    const any = fc.array(fc.constantFrom(WARM, HARD, EASY, COOL), { maxLength: 40 });
    fc.assert(
      fc.property(any, (steps) => {
        const again = foldRepeats(steps).flatMap(({ times, steps: block }) =>
          Array.from({ length: times }, () => block).flat(),
        );
        expect(again).toEqual(steps);
      }),
    );
  });
});
