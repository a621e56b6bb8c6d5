import { describe, expect, it } from "vitest";
import { METRIC_REGISTRY } from "./metric-registry";
import { type MetricVector, runVectors } from "./run-vectors";

const vector = (more: Partial<MetricVector>): MetricVector => ({
  id: "steady",
  metric: "normalized_power",
  input: { power_w: { segments: [[200, 3600]] } },
  expected: { normalized_power_w: 200 },
  tolerance: 1e-4,
  ...more,
});

const statusOf = (more: Partial<MetricVector>) => runVectors([vector(more)]).results[0]?.status;

describe("runVectors", () => {
  it("counts what passed, what failed and what this build does not have", () => {
    const report = runVectors([
      vector({}),
      vector({ expected: { normalized_power_w: 200.1 } }),
      vector({ metric: "astrology" }),
      vector({ metric: "toString" }),
    ]);
    expect(report).toMatchObject({ passed: 1, failed: 1, absent: 2 });
    expect(report.results[1]).toMatchObject({ got: { normalized_power_w: 200 }, status: "failed" });
    expect(report.results[2]?.got).toBeNull();
  });

  it("reads plain arrays like segments", () => {
    expect(statusOf({ input: { power_w: Array<number>(60).fill(200) } })).toBe("passed");
  });

  it("fails on an output that the metric does not have", () => {
    const { results } = runVectors([vector({ expected: { watts: 200 } })]);
    expect(results[0]).toMatchObject({
      status: "failed",
      reason: 'The metric has no output "watts".',
    });
  });

  it("fails with the name of an input that is missing or of the wrong kind", () => {
    const { results } = runVectors([vector({ input: {} }), vector({ input: { power_w: ["a"] } })]);
    expect(results.map(({ reason }) => reason)).toEqual([
      'Input "power_w" is not a series of numbers.',
      'Input "power_w" is not a series of numbers.',
    ]);
  });

  it("holds null only against null, and series value by value", () => {
    const short = { input: { power_w: [200] } };
    expect(statusOf({ ...short, expected: { normalized_power_w: null } })).toBe("passed");
    expect(statusOf({ ...short, expected: { normalized_power_w: 0 } })).toBe("failed");
    expect(statusOf({ expected: { normalized_power_w: null } })).toBe("failed");
    const fitness = {
      metric: "fitness_fatigue_form",
      input: { load: [50, 0], seed_ctl: 60, seed_atl: 70 },
    };
    const ctl = [59.764716866522434, 58.358553880946936];
    expect(statusOf({ ...fitness, expected: { ctl } })).toBe("passed");
    expect(statusOf({ ...fitness, expected: { ctl: [...ctl, 0] } })).toBe("failed");
  });

  it("knows the worked example of the recovery score", () => {
    const input = {
      hrv_ms: 65,
      hrv_mean_ms: 59,
      resting_hr_bpm: 55,
      resting_hr_mean_bpm: 55,
      sleep_min: 480,
      sleep_quality: 85,
      stress: 30,
      acwr: 1,
    };
    const expected = { score: 80.8, hrv: 100, rhr: 50, sleep: 94, stress: 70, band: "green" };
    expect(statusOf({ metric: "recovery_score", input, expected })).toBe("passed");
  });

  it("names metrics in snake case", () => {
    for (const name of Object.keys(METRIC_REGISTRY)) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });
});
