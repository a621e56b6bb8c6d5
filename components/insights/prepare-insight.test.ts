import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates/local-date";
import type { EvidenceSeries } from "@/lib/training/insights/finding";
import { DAY, daysAgo } from "@/tests/support/detector-input";
import { insightFinding, prepareInsight } from "./prepare-insight";

const line = (parts: Partial<EvidenceSeries>, values: readonly (number | null)[]) => ({
  ...{ label: "HRV", unit: "ms" as const, ...parts },
  points: values.map((value, i) => ({ day: addDays(DAY, 1 - values.length + i), value })),
});

describe("prepareInsight", () => {
  it("draws each line in a panel of its own over the same days, gaps as gaps", () => {
    const model = prepareInsight([
      line({}, [60, null, 62, 58]),
      line({ label: "Training load", unit: "load" }, [40, 80]),
    ]);
    expect(model?.days).toEqual([daysAgo(3), daysAgo(2), daysAgo(1), DAY]);
    expect(model?.panels.map(({ series }) => series.at(-1)?.values)).toEqual([
      [60, null, 62, 58],
      [null, null, 40, 80],
    ]);
    expect(model?.panels.map(({ series }) => series.at(-1)?.kind)).toEqual(["line", "bars"]);
    expect(model?.panels[1]?.min).toBe(0);
  });

  it("shows a range as a band and a single limit as a line", () => {
    const kinds = (low: number | null, high: number | null) =>
      prepareInsight([line({ range: { low, high } }, [60, 61])])?.panels[0]?.series.map(
        ({ kind }) => kind,
      );
    expect(kinds(55, 65)).toEqual(["range", "line"]);
    expect(kinds(null, 65)).toEqual(["dashed", "line"]);
    expect(kinds(55, 55)).toEqual(["dashed", "line"]);
    expect(kinds(null, null)).toEqual(["line"]);
  });

  it("says shares in percent, and sleep in hours", () => {
    const share = prepareInsight([line({ label: "Share", unit: "share" }, [0.3, 0.25])]);
    expect(share?.panels[0]?.series[0]).toMatchObject({ unit: "%", values: [30, 25] });
    const sleep = prepareInsight([line({ label: "Sleep", unit: "s" }, [27_000, 25_200])]);
    expect(sleep?.panels[0]?.series[0]).toMatchObject({ format: "hours", colour: "sleep" });
  });

  it("draws nothing where nothing is known", () => {
    expect(prepareInsight([])).toBeNull();
    expect(prepareInsight([line({}, [null, null])])).toBeNull();
  });
});

describe("insightFinding", () => {
  it("says the first two numbers", () => {
    const one = { id: "a", label: "HRV, mean of 7 nights", value: 54, unit: "ms" } as const;
    const two = { id: "b", label: "Sleep", value: 25_200, unit: "s" } as const;
    const days = { fromDay: DAY, toDay: DAY };
    expect(insightFinding([one, two, one].map((fact) => ({ ...fact, ...days })))).toBe(
      "HRV, mean of 7 nights: 54 ms. Sleep: 7 h.",
    );
  });
});
