import { describe, expect, it } from "vitest";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import type { AthleteSettings, RecordedActivity } from "./activity-types";
import { analyzeActivity } from "./analyze-activity";

const KNOWN: AthleteSettings = {
  sex: "f",
  gradedPaceModel: "observed",
  weightKg: 60,
  ftpW: 250,
  thresholdHeartRateBpm: 170,
  maxHeartRateBpm: 190,
  restingHeartRateBpm: 50,
  thresholdSpeedMps: 4,
  criticalSwimSpeedMps: 1.2,
};

function activity(
  seconds: number,
  channels: Record<string, (second: number) => number>,
  more: Partial<RecordedActivity> = {},
): RecordedActivity {
  const timeS = Float64Array.from({ length: seconds }, (_, s) => s);
  return {
    sport: "cycling",
    subSport: null,
    title: null,
    startEpochS: 1_790_000_000,
    utcOffsetS: null,
    elapsedS: seconds,
    timerS: seconds,
    distanceM: null,
    isIndoor: false,
    poolLengthM: null,
    samples: {
      timeS,
      channels: Object.fromEntries(
        Object.entries(channels).map(([name, value]) => [name, timeS.map(value)]),
      ),
    },
    pauses: [],
    laps: [],
    lengths: [],
    sets: [],
    device: { manufacturer: null, product: null, serial: null },
    deviceValues: {},
    notes: [],
    ...more,
  };
}

describe("analyzeActivity", () => {
  it("works an hour at 200 W with an FTP of 250", () => {
    const { metrics, chosenLoad, timeInZone } = analyzeActivity(
      activity(3600, { powerW: () => 200, heartRateBpm: () => 150, cadenceRpm: () => 90 }),
      KNOWN,
    );
    expect(metrics.normalizedPower).toEqual({ value: 200, unit: "W", formula: "NP-1@1" });
    expect(metrics.trainingStressScore?.value).toBeCloseTo(64, 9);
    expect(metrics.intensityFactor?.value).toBeCloseTo(0.8, 9);
    expect(metrics.variabilityIndex?.value).toBeCloseTo(1, 9);
    expect(metrics.efficiencyFactor?.value).toBeCloseTo(200 / 150, 9);
    expect(metrics.trimp?.value).toBeCloseTo(121.4990663906425, 6);
    expect(metrics.workKj?.value).toBe(720);
    expect(metrics.avgCadence?.value).toBe(90);
    expect(chosenLoad?.method).toBe("tss");
    expect(timeInZone.power?.seconds).toEqual([0, 0, 3600, 0, 0, 0, 0]);
    expect(timeInZone.heartRate?.seconds.reduce((sum, value) => sum + value, 0)).toBe(3600);
  });

  it("guesses no threshold: values are null with the reason", () => {
    const { metrics, chosenLoad, timeInZone } = analyzeActivity(
      activity(3600, { powerW: () => 200, heartRateBpm: () => 150 }),
      NOTHING_SET,
    );
    expect(metrics.normalizedPower?.value).toBe(200);
    expect(metrics.trainingStressScore).toMatchObject({
      value: null,
      reason: "FTP is not known on this day.",
    });
    expect(metrics.hrss?.value).toBeNull();
    expect(metrics.trimp?.reason).toContain("not known");
    const device = analyzeActivity(activity(60, { heartRateBpm: () => 150 }), {
      ...NOTHING_SET,
      maxHeartRateBpm: 187,
    });
    expect(device.metrics.hrss?.reason).toBe("Resting heart rate is not known on this day.");
    expect(chosenLoad?.method).toBe("duration");
    expect(timeInZone).toEqual({});
  });

  it("works an hour of flat running at 3.2 m/s against 4 m/s", () => {
    const { metrics, chosenLoad } = analyzeActivity(
      activity(3600, { speedMps: () => 3.2, altitudeM: () => 100 }, { sport: "running" }),
      KNOWN,
    );
    expect(metrics.normalizedGradedSpeed?.value).toBeCloseTo(3.2, 6);
    expect(metrics.rtss?.value).toBeCloseTo(64, 5);
    expect(chosenLoad?.method).toBe("rtss");
  });

  it("gives uphill running its due, and none on a treadmill", () => {
    const uphill = { speedMps: () => 3, altitudeM: (s: number) => 0.3 * s };
    const outside = analyzeActivity(activity(600, uphill, { sport: "running" }), KNOWN);
    expect(outside.metrics.avgGradedSpeed?.value).toBeCloseTo(3 * 1.48, 2);
    expect(outside.metrics.avgEnergySpeed?.value).toBeCloseTo((3 * 5.968214) / 3.6, 2);
    expect(outside.metrics.ascent?.value).toBeCloseTo(180, -1);
    const inside = analyzeActivity(
      activity(600, uphill, { sport: "running", isIndoor: true }),
      KNOWN,
    );
    expect(inside.metrics.avgGradedSpeed?.value).toBeCloseTo(3, 6);
    expect(inside.metrics.avgEnergySpeed).toBeUndefined();
  });

  it("judges a run by the energy that hills cost where the athlete wants that", () => {
    const uphill = { speedMps: () => 3, altitudeM: (s: number) => 0.3 * s };
    const run = activity(600, uphill, { sport: "running" });
    const by = (gradedPaceModel: "observed" | "energy_cost") =>
      analyzeActivity(run, { ...KNOWN, gradedPaceModel });
    const { metrics, loads } = by("energy_cost");
    expect(metrics.avgGradedSpeed?.value).toBeCloseTo((3 * 5.968214) / 3.6, 2);
    expect(metrics.avgGradedSpeed?.formula).toBe("RUN-1@1");
    expect(metrics.avgObservedSpeed).toMatchObject({ unit: "m/s", formula: "RUN-2@1" });
    expect(metrics.avgObservedSpeed?.value).toBeCloseTo(3 * 1.48, 2);
    expect(metrics.avgEnergySpeed).toBeUndefined();
    const load = loads.find(({ method }) => method === "rtss");
    expect(load?.formula).toBe("RUN-3E@1");
    const usual = by("observed").loads.find(({ method }) => method === "rtss");
    expect(usual?.formula).toBe("RUN-3@1");
    // 1.658 against 1.48 of the speed, squared.
    expect((load?.load ?? 0) / (usual?.load ?? 1)).toBeCloseTo((1.65784 / 1.48) ** 2, 1);
  });

  it("estimates running power from weight and pace, only where none was measured", () => {
    const estimate = (channels: Parameters<typeof activity>[1], settings = KNOWN) =>
      analyzeActivity(activity(600, channels, { sport: "running" }), settings).metrics
        .estimatedRunningPower;
    const weighs70 = { ...KNOWN, weightKg: 70 };
    expect(estimate({ speedMps: () => 3 }, weighs70)?.value).toBeCloseTo(1.04 * 70 * 3, 6);
    expect(estimate({ speedMps: () => 3 }, { ...KNOWN, weightKg: null })).toMatchObject({
      value: null,
      reason: "Body weight is not known on this day.",
    });
    expect(estimate({ speedMps: () => 3, powerW: () => 250 }, weighs70)).toBeUndefined();
  });

  it("calls a few beats no mean, and a dive no climb", () => {
    const beats = { heartRateBpm: (s: number) => (s < 50 ? 120 : Number.NaN) };
    const silent = analyzeActivity(activity(600, beats, { sport: "swimming" }), KNOWN);
    expect(silent.metrics.avgHeartRate).toMatchObject({
      value: null,
      reason: "Heart rate was recorded for less than a tenth of the time.",
    });
    expect(silent.metrics.maxHeartRate?.value).toBeNull();
    const depth = { altitudeM: (s: number) => -20 * Math.sin(s / 100) };
    const dive = analyzeActivity(activity(600, depth, { sport: "diving" }), KNOWN);
    expect(dive.metrics.ascent).toBeUndefined();
  });

  it("judges no run against the FTP of rides", () => {
    const { metrics, loads } = analyzeActivity(
      activity(3600, { powerW: () => 300, speedMps: () => 3 }, { sport: "running" }),
      KNOWN,
    );
    expect(metrics.normalizedPower?.value).toBe(300);
    expect(metrics.trainingStressScore).toBeUndefined();
    expect(loads.map(({ method }) => method)).toEqual(["rtss", "duration"]);
  });

  it("works a pool swim by its lengths", () => {
    const lengths = Array.from({ length: 40 }, (_, i) => ({
      startS: i * 40,
      durationS: i % 4 === 3 ? 40 : 25,
      strokes: 18,
      stroke: "freestyle",
      isActive: i % 4 !== 3,
    }));
    const { metrics, movingS } = analyzeActivity(
      activity(1800, {}, { sport: "swimming", distanceM: 750, poolLengthM: 25, lengths }),
      KNOWN,
    );
    expect(movingS).toBe(750);
    expect(metrics.avgMovingSpeed?.value).toBe(1);
    expect(metrics.stss?.value).toBeCloseTo((1 / 1.2) ** 3 * 50, 9);
  });

  it("weighs strength by feeling, never by heart rate", () => {
    const { loads } = analyzeActivity(
      activity(3600, { heartRateBpm: () => 130 }, { sport: "strength", deviceValues: { rpe: 6 } }),
      KNOWN,
    );
    expect(loads.map(({ method, load }) => [method, load])).toEqual([
      ["srpe", 75],
      ["duration", 50],
    ]);
  });

  it("refuses a load that stands on a fraction of the time, with the number", () => {
    const half = (value: number) => (s: number) => (s < 1800 ? value : Number.NaN);
    const { metrics, chosenLoad } = analyzeActivity(
      activity(3600, { powerW: half(200), heartRateBpm: half(150) }),
      KNOWN,
    );
    expect(metrics.trainingStressScore?.reason).toBe(
      "Power was recorded for only 50 % of the time.",
    );
    expect(metrics.hrss?.reason).toBe("Heart rate was recorded for only 50 % of the time.");
    expect(chosenLoad?.method).toBe("duration");
  });

  it("knows a power channel of zeros from easy riding", () => {
    const { metrics } = analyzeActivity(activity(600, { powerW: () => 0 }), KNOWN);
    expect(metrics.avgPower?.value).toBeNull();
    expect(metrics.normalizedPower?.reason).toContain("zeros only");
  });

  it("makes no normalized power from records every 20 s", () => {
    const timeS = Float64Array.from({ length: 100 }, (_, i) => i * 20);
    const samples = { timeS, channels: { powerW: timeS.map(() => 200) } };
    const { metrics } = analyzeActivity(activity(2000, {}, { samples }), KNOWN);
    expect(metrics.avgPower?.value).toBe(200);
    expect(metrics.normalizedPower?.reason).toContain("every 15 s");
  });

  it("estimates HRSS between the sexes when the sex is not known", () => {
    const ride = activity(3600, { heartRateBpm: () => 150 });
    const score = (sex: "m" | "f" | null) =>
      analyzeActivity(ride, { ...KNOWN, sex }).metrics.hrss?.value ?? Number.NaN;
    expect(score(null)).toBeCloseTo((score("m") + score("f")) / 2, 9);
    expect(Math.abs(score("m") - score("f")) / score(null)).toBeLessThan(0.1);
  });

  it("survives a file without a record", () => {
    const empty = activity(0, {}, { timerS: 0, elapsedS: 0 });
    const { metrics, chosenLoad, loads, movingS } = analyzeActivity(empty, KNOWN);
    expect(chosenLoad).toBeNull();
    expect(loads).toEqual([]);
    expect(movingS).toBe(0);
    expect(metrics.avgHeartRate?.reason).toBe("No heart rate was recorded.");
  });

  it.each(["cycling", "running", "swimming", "strength", "other"] as const)(
    "stores no number that is not finite, and a reason for every null: %s",
    (sport) => {
      const metrics = [KNOWN, NOTHING_SET].flatMap((settings) =>
        [0, 1, 20, 600].flatMap((seconds) => {
          const still = activity(seconds, { powerW: () => 0, speedMps: () => 0 }, { sport });
          return Object.values(analyzeActivity(still, settings).metrics);
        }),
      );
      for (const { value, reason } of metrics) {
        expect(value === null ? Boolean(reason) : Number.isFinite(value)).toBe(true);
      }
    },
  );
});
