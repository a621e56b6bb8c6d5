import { describe, expect, it } from "vitest";
import { curveEnvelope } from "./curve-envelope";
import { curveRetention } from "./curve-retention";
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";
import { topMeans } from "./top-means";

const flat = (activityId: string, value: number, longestS: number) => ({
  activityId,
  bests: CURVE_DURATIONS_S.filter((duration) => duration <= longestS).map(() => value),
});

describe("curveEnvelope", () => {
  it("takes the best of each duration and says whose it is", () => {
    const { bests, activityIds } = curveEnvelope([
      { activityId: "a", bests: [500, 400, 300] },
      { activityId: "b", bests: [500, 450] },
      { activityId: "c", bests: [Number.NaN, 100, 310, 200] },
    ]);
    expect([...bests]).toEqual([500, 450, 310, 200]);
    expect(activityIds).toEqual(["a", "b", "c", "c"]);
  });

  it("is empty without curves, and has a hole where none has a value", () => {
    expect(curveEnvelope([]).bests).toHaveLength(0);
    const holed = curveEnvelope([{ activityId: "a", bests: [1, Number.NaN, 3] }]);
    expect(holed.bests[1]).toBeNaN();
    expect(holed.activityIds).toEqual(["a", null, "a"]);
  });
});

describe("curveRetention", () => {
  it("divides the recent best by the longer one where both are known", () => {
    const kept = curveRetention(flat("a", 270, 1200).bests, flat("b", 300, 7200).bests);
    expect(kept.map(({ durationS, share }) => [durationS, share])).toEqual([
      [5, 0.9],
      [60, 0.9],
      [300, 0.9],
      [1200, 0.9],
    ]);
    expect(curveRetention([], flat("b", 300, 7200).bests)).toEqual([]);
  });
});

describe("topMeans", () => {
  it("has three places at each duration, the best first", () => {
    const curves = [
      flat("a", 250, 400),
      flat("b", 300, 70),
      flat("c", 200, 400),
      flat("d", 260, 70),
    ];
    const top = topMeans(curves).map(({ durationS, places }) => [
      durationS,
      places.map(({ curve }) => curve.activityId).join(""),
    ]);
    expect(top).toEqual([
      [5, "bda"],
      [60, "bda"],
      [300, "ac"],
    ]);
  });
});
