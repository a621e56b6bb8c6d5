import { describe, expect, it } from "vitest";
import type { MetricValue } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import { metricInputs } from "./metric-inputs";

const value = (number: number, unit: string): MetricValue => ({
  ...{ value: number, unit, formula: "NP-1@1" },
});
const of = (sport: Sport, metrics: Record<string, MetricValue>) => ({
  activity: { metrics, sport, timerS: 3750, rpe: 7, isIndoor: false },
  settings: { ...NOTHING_SET, ftpW: 228, thresholdSpeedMps: 4, maxHeartRateBpm: 188 },
  units: "metric" as const,
});
const ride = of("cycling", { normalizedPower: value(214.2, "W") });

describe("metricInputs", () => {
  it("names the numbers and the capacities that a metric stands on", () => {
    expect(metricInputs("trainingStressScore", ride)).toBe(
      "From duration 1:02:30, normalized power 214 W and FTP 228 W.",
    );
    expect(metricInputs("normalizedPower", ride)).toBe("From power, second by second.");
    expect(metricInputs("srpe", ride)).toBe("From felt effort 7 of 10 and duration 1:02:30.");
  });

  it("names those of the sport", () => {
    const run = of("running", { normalizedGradedSpeed: value(3.2, "m/s") });
    expect(metricInputs("intensityFactor", run)).toBe(
      "From normalized graded pace 5:13 /km and threshold pace 4:10 /km.",
    );
    expect(metricInputs("intensityFactor", ride)).toBe(
      "From normalized power 214 W and FTP 228 W.",
    );
  });

  it("leaves out what is not known, and says nothing of what it does not know", () => {
    expect(metricInputs("trimp", ride)).toBe(
      "From heart rate, second by second, maximum heart rate 188 bpm and the mean of both sexes.",
    );
    expect(metricInputs("peakPower", ride)).toBeNull();
  });
});
