import { describe, expect, it } from "vitest";
import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import { curveFinding } from "./curve-finding";
import { chosenKind } from "./curve-kinds";
import { curveLook } from "./curve-look";
import { durationWords } from "./duration-words";
import { prepareCurves } from "./prepare-curves";

const power = curveLook("power", "cycling", "metric");
const pace = curveLook("speed", "running", "metric");
const flat = (value: number, longestS: number) =>
  CURVE_DURATIONS_S.filter((duration) => duration <= longestS).map(() => value);

describe("prepareCurves", () => {
  it("draws each curve as far as it goes, over the longest of them", () => {
    const model = prepareCurves(
      [
        { name: "This ride", kind: "line", colour: "fitness", bests: flat(200, 300) },
        { name: "Best", kind: "dashed", colour: "fatigue", bests: flat(220, 3600) },
      ],
      power,
    );
    expect(model.labels.at(-1)).toBe("1 h");
    expect(model.ticks.map(({ text }) => text)).toEqual([
      ..."1 s,5 s,15 s,1 min,5 min,20 min,1 h".split(","),
    ]);
    // where both have a value
    expect(model.marker?.text).toBe("5 min");
    const [ride] = model.panels[0]?.series ?? [];
    expect(ride?.values.at(-1)).toBeNull();
    expect(ride?.values[0]).toBe(200);
    expect(model.panels[0]?.min).toBe(0);
  });

  it("puts a faster pace higher, under round figures", () => {
    const bests = CURVE_DURATIONS_S.slice(0, 30).map((_, k) => 5 - k * 0.07);
    const model = prepareCurves([{ name: "Pace", kind: "line", colour: "form", bests }], pace);
    const [panel] = model.panels;
    expect(panel?.series[0]?.values[0]).toBeCloseTo(18, 6);
    expect(panel?.ticks.length).toBeGreaterThan(1);
    for (const { text } of panel?.ticks ?? []) expect(text).toMatch(/^\d+:[0-5][05]$/);
  });

  it("has nothing to draw without a curve", () => {
    expect(prepareCurves([], power)).toMatchObject({ labels: [], ticks: [], marker: null });
  });
});

describe("curveFinding", () => {
  const span = "the 42 days before";
  it("names what is new, else what came nearest", () => {
    expect(curveFinding(flat(230, 300), flat(220, 3600), power, span)).toBe(
      "New best of the 42 days before: 230 W over 5 s, 230 W over 1 min and 230 W over 5 min.",
    );
    expect(curveFinding(flat(200, 300), flat(220, 3600), power, span)).toBe(
      "Nearest to the best of the 42 days before over 5 s: 200 W, 90 % of it.",
    );
  });
  it("claims no new best against days that are not before it", () => {
    expect(curveFinding(flat(230, 60), flat(220, 3600), power, "those days", false)).toBe(
      "Above the best of those days: 230 W over 5 s and 230 W over 1 min.",
    );
  });
  it("says when there is nothing to compare", () => {
    expect(curveFinding(flat(200, 300), [], power, span)).toBe(
      "Nothing to hold it against in the 42 days before.",
    );
    expect(curveFinding(flat(200, 2), flat(220, 300), power, span)).toMatch(/^Too short/);
  });
});

describe("words and choices", () => {
  it("says durations as people do", () => {
    expect([5, 75, 90, 120, 150, 1200, 3600, 5400, 86_400].map(durationWords)).toEqual([
      "5 s",
      "75 s",
      "90 s",
      "2 min",
      "2.5 min",
      "20 min",
      "1 h",
      "1 h 30 min",
      "24 h",
    ]);
  });
  it("writes values in the athlete's units", () => {
    expect(pace.text(4)).toBe("4:10 /km");
    expect(curveLook("graded_speed", "running", "imperial").text(4)).toBe("6:42 /mi");
    expect(curveLook("speed", "cycling", "imperial").text(10)).toBe("22.4 mph");
    expect(curveLook("heart_rate", "running", "metric").text(171.4)).toBe("171 bpm");
  });
  it("takes the named kind only where there is one", () => {
    expect(chosenKind("speed", ["heart_rate", "speed"])).toBe("speed");
    expect(chosenKind("power", ["heart_rate", "speed"])).toBe("speed");
    expect(chosenKind(undefined, [])).toBeNull();
  });
});
