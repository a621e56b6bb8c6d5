import { describe, expect, it } from "vitest";
import { streamPanes } from "@/components/activity/stream-panes";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Streams } from "@/lib/training/activity/activity-types";
import { compareFinding } from "./compare-finding";
import { compareTicks } from "./compare-ticks";
import { compareHref, compareViewFrom } from "./compare-view";
import { comparedMetrics } from "./compared-metrics";
import { comparedStretches } from "./compared-stretches";
import { overlayPanes } from "./overlay-panes";
import { stretchesCsv } from "./stretches-csv";

type Facts = { sport: ActivityDetail["sport"]; timerS: number; values: Record<string, number> };

function activity({ sport, timerS, values }: Facts): ActivityDetail {
  const metrics = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, unit: "", formula: "X" }]),
  );
  return { sport, timerS, distanceM: 10_000, load: 50, metrics } as unknown as ActivityDetail;
}

const fast = { avgSpeed: 1000 / 300, avgHeartRate: 150 };
const slow = { avgSpeed: 1000 / 312, avgHeartRate: 153 };
const run = (values: Record<string, number>, timerS = 3000) =>
  activity({ sport: "running", timerS, values });

describe("comparedMetrics", () => {
  const rows = comparedMetrics(run(fast), run({ ...slow, ascent: 120 }, 3120), "metric");
  const row = (label: string) => rows.find((one) => one.label === label);

  it("takes the difference of what is shown, with the athlete's sign and unit", () => {
    expect(row("Average pace")).toMatchObject({
      a: "5:00 /km",
      b: "5:12 /km",
      difference: "−0:12 /km",
    });
    expect(row("Duration")?.difference).toBe("−2:00");
    expect(row("Training load")?.difference).toBe("same");
  });
  it("has no difference where one has no number", () => {
    expect(row("Climbed")).toEqual({ label: "Climbed", a: "–", b: "120 m", difference: null });
  });
  it("leaves out what neither has", () => {
    expect(row("Average power")).toBeUndefined();
  });
});

describe("compareFinding", () => {
  it("speaks of pace on foot, where less is faster", () => {
    expect(compareFinding(run(fast), run(slow), "metric")).toBe(
      "A was 0:12 /km faster than B, at a heart rate 3 bpm lower.",
    );
  });
  it("speaks of power where both have it", () => {
    const ride = (avgPower: number) =>
      activity({ sport: "cycling", timerS: 3600, values: { avgPower, avgSpeed: 8 } });
    expect(compareFinding(ride(208), ride(200), "metric")).toBe("A averaged 8 W more than B.");
  });
  it("falls back to the time", () => {
    expect(compareFinding(run({}, 3000), run({}, 3600), "metric")).toBe(
      "A took 10:00 less than B.",
    );
  });
});

const LENGTH_S = 600;
const streams = (watts: number | null): Streams => {
  const valid = new Uint8Array(LENGTH_S).fill(1);
  const distanceM = { values: Float64Array.from({ length: LENGTH_S }, (_, i) => i * 5), valid };
  const heartRateBpm = { values: new Float64Array(LENGTH_S).fill(140), valid };
  const powerW = { values: new Float64Array(LENGTH_S).fill(watts ?? 0), valid };
  return {
    lengthS: LENGTH_S,
    timerOn: valid,
    channels: { distanceM, heartRateBpm, ...(watts === null ? {} : { powerW }) },
  };
};
const panes = streamPanes(["powerW", "heartRateBpm"], "cycling", "metric");

describe("comparedStretches", () => {
  it("has both of every pane, a dash where one has none, by time and by distance", () => {
    const byTime = comparedStretches(streams(200), streams(null), "elapsed", panes, "metric");
    expect(byTime.rows[0]).toEqual(["0:00", "200 W", "–", "140 bpm", "140 bpm"]);
    const byWay = comparedStretches(streams(200), streams(null), "distance", panes, "metric");
    expect(byWay.rows.map(([from]) => from).slice(0, 3)).toEqual(["0 m", "250 m", "500 m"]);
  });
  it("moves units into the headings of the file, and leaves a missing cell empty", () => {
    const table = comparedStretches(streams(200), streams(null), "elapsed", panes, "metric");
    expect(stretchesCsv("From", table).split("\r\n").slice(0, 2)).toEqual([
      "From,Power A (W),Power B,Heart rate A (bpm),Heart rate B (bpm)",
      "0:00,200,,140,140",
    ]);
  });
});

describe("overlayPanes", () => {
  const line = { timeS: [0, 1], values: [100, 200], min: 100, max: 200 };
  it("puts both on one axis and says whose is missing", () => {
    const drawn = overlayPanes(
      panes,
      { a: { powerW: line, heartRateBpm: line }, b: { heartRateBpm: { ...line, max: 240 } } },
      { a: ["powerW", "heartRateBpm"], b: ["heartRateBpm"] },
    );
    expect(drawn.map(({ missing }) => missing)).toEqual(["B has no power.", null]);
    expect(drawn[1]?.shown.max).toBe(243);
    expect(drawn[1]?.lines.map(({ who }) => who)).toEqual(["B", "A"]);
  });
});

describe("compareTicks", () => {
  it("are round times or round distances", () => {
    expect(compareTicks("elapsed", 3600, "metric", 3).map(({ text }) => text)).toEqual([
      "0:00",
      "30:00",
      "1:00:00",
    ]);
    expect(compareTicks("distance", 10_000, "metric", 2)).toEqual([
      { share: 0, text: "0 km" },
      { share: 0.5, text: "5 km" },
      { share: 1, text: "10 km" },
    ]);
  });
});

describe("the address", () => {
  it("needs a first activity and never compares one with itself", () => {
    expect(compareViewFrom({})).toBeNull();
    expect(compareViewFrom({ a: "x", b: "x" })?.b).toBeNull();
  });
  it("keeps what it does not change", () => {
    const view = compareViewFrom({ a: "x", b: "y", by: "distance" });
    expect(view && compareHref(view, { b: "z" })).toBe("/activities/compare?a=x&b=z&by=distance");
  });
});
