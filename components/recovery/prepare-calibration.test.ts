import { describe, expect, it } from "vitest";
import {
  SCORE_BINS,
  type ScoreBin,
  type TrackRecord,
} from "@/lib/training/track-record/track-record";
import { wilsonInterval } from "@/lib/training/track-record/wilson-interval";
import { prepareCalibration } from "./prepare-calibration";

/** Sessions that went well, of all, for each bin from the lowest score on. */
function figureOf(...counts: readonly (readonly [well: number, of: number])[]) {
  const bins = SCORE_BINS.map((from, i): ScoreBin => {
    const [well, of] = counts[i] ?? [0, 0];
    const to = SCORE_BINS[i + 1] ?? 100;
    return { from, to, meanScore: of === 0 ? null : from + 5, wentWell: wilsonInterval(well, of) };
  });
  return prepareCalibration({ bins } as unknown as TrackRecord);
}

describe("prepareCalibration", () => {
  it("compares the highest and the lowest score that say something", () => {
    const { finding, model } = figureOf([2, 4], [3, 6], [0, 0], [18, 20]);
    expect(finding).toBe(
      "Sessions went as expected or better on 18 of 20 mornings with a score of 80–100, and on 3 of 6 with 50–64.",
    );
    expect(model?.labels).toEqual(["0–49", "50–64", "65–79", "80–100"]);
    const [range, line] = model?.panels[0]?.series ?? [];
    // A bin without a session is a gap, never 0.
    expect(line?.values).toEqual([50, 50, null, 90]);
    const low = range && "low" in range ? (range.low as readonly (number | null)[]) : [];
    expect(low[2]).toBeNull();
    for (const i of [0, 1, 3]) {
      expect(low[i]).toBeLessThan(line?.values[i] ?? 0);
      expect(range?.values[i]).toBeGreaterThan(line?.values[i] ?? 0);
    }
  });

  it("says that a score's range needs sessions, and draws nothing of none", () => {
    expect(figureOf([4, 4], [0, 0], [4, 4]).finding).toContain("needs 5 judged sessions");
    expect(figureOf([0, 0], [9, 9]).finding).toContain("needs 5 judged sessions");
    const none = figureOf();
    expect(none.model).toBeNull();
    expect(none.finding).toContain("can be judged");
  });
});
