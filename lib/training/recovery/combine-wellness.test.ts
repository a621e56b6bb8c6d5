import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineWellness, type WellnessRecord } from "./combine-wellness";

const HOUR = 3600;
const BED = 1_763_679_600;
const watch: WellnessRecord = {
  source: "garmin:sleep",
  fields: {
    sleepS: 7 * HOUR,
    deepSleepS: 1 * HOUR,
    lightSleepS: 4 * HOUR,
    remSleepS: 2 * HOUR,
    awakeS: 900,
    sleepStartEpochS: BED,
    sleepEndEpochS: BED + 7.25 * HOUR,
    sleepScore: 81,
  },
};
const phone: WellnessRecord = {
  source: "apple_health:sleep",
  fields: {
    sleepS: 7.5 * HOUR,
    sleepStartEpochS: BED - 600,
    sleepEndEpochS: BED + 7.4 * HOUR,
    restingHrBpm: 51,
    steps: 9000,
  },
};

describe("combineWellness", () => {
  it("takes a night from the device that has most of it, and fills what that one lacks", () => {
    const { fields, sources, reasons } = combineWellness([phone, watch]);
    expect(fields).toMatchObject({ sleepS: 7 * HOUR, deepSleepS: HOUR, restingHrBpm: 51 });
    expect(sources).toMatchObject({ sleepS: "garmin:sleep", restingHrBpm: "apple_health:sleep" });
    expect(reasons.sleepS).toBe("The most complete night: 8 of 11 values.");
    expect(reasons.restingHrBpm).toBe("Garmin, whose night is used, did not measure it.");
    expect(reasons.steps, "the only one that counts them").toBeUndefined();
  });

  it("never puts a sleep together from two devices", () => {
    const { stages: _, ...short } = {
      stages: 0,
      sleepS: 8 * HOUR,
      restingHrBpm: 50,
      hrvRmssdMs: 60,
    };
    const ring = { source: "ring:night", fields: { ...short, sleepStartEpochS: BED } };
    const bare = { source: "garmin:sleep", fields: { sleepS: 7 * HOUR, deepSleepS: HOUR } };
    const { fields } = combineWellness([ring, bare]);
    expect(fields).toMatchObject({ sleepS: 8 * HOUR, hrvRmssdMs: 60 });
    expect(fields.deepSleepS, "of the other device's sleep").toBeUndefined();
  });

  it("knows a nap beside the night, however much was measured of it", () => {
    const nap = (startS: number, sleepS: number): WellnessRecord => ({
      source: "garmin:sleep",
      fields: {
        ...watch.fields,
        ...{ sleepS, sleepStartEpochS: startS, sleepEndEpochS: startS + sleepS, hrvRmssdMs: 70 },
      },
    });
    for (const second of [nap(BED + 15 * HOUR, 4 * HOUR), nap(BED + 3600, 2 * HOUR)]) {
      const { fields, reasons } = combineWellness([second, phone]);
      expect(fields.sleepS).toBe(7.5 * HOUR);
      expect(reasons.sleepS).toBe("The main sleep; what Garmin has is a nap beside it.");
    }
    expect(combineWellness([nap(BED + 15 * HOUR, 4 * HOUR)]).fields.sleepS, "alone").toBe(4 * HOUR);
  });

  it("does not add up what two devices count", () => {
    const other = { source: "garmin:steps", fields: { steps: 8000 } };
    const { fields, reasons } = combineWellness([phone, other, watch]);
    expect(fields.steps).toBe(8000);
    expect(reasons.steps).toBe("Two devices count the same steps, so they are not added up.");
  });

  it("completes a device's reports by each other, and says where they differ", () => {
    const hrv = { source: "garmin:hrv", fields: { hrvRmssdMs: 54 } };
    const summary = { source: "garmin:daily_summary", fields: { restingHrBpm: 47, sleepS: 1 } };
    const { fields, sources, reasons } = combineWellness([summary, hrv, watch]);
    expect(fields).toMatchObject({ sleepS: 7 * HOUR, hrvRmssdMs: 54, restingHrBpm: 47 });
    expect(sources.hrvRmssdMs).toBe("garmin:hrv");
    expect(reasons.sleepS).toMatch(/^Garmin says it in two reports that differ/);
    expect(reasons.hrvRmssdMs).toBeUndefined();
  });

  it("has the same result in whatever order the sources came", () => {
    const value = fc.integer({ min: 1, max: 60_000 });
    const fields = fc.record(
      {
        ...{ sleepS: value, deepSleepS: value, hrvRmssdMs: value, restingHrBpm: value },
        ...{ steps: value, stressAvg: value, sleepStartEpochS: value, sleepEndEpochS: value },
      },
      { requiredKeys: [] },
    );
    const source = fc.constantFrom(
      "garmin:sleep",
      "garmin:hrv",
      "apple_health:sleep",
      "ring:night",
    );
    const records = fc.uniqueArray(fc.record({ source, fields }), {
      selector: (one) => one.source,
    });
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (given, order) => {
        const shuffled = [...given].sort(() => (order.next().value % 2 === 0 ? 1 : -1));
        const whole = combineWellness(given);
        expect(combineWellness(shuffled)).toEqual(whole);
        const slept = new Set(
          ["sleepS", "deepSleepS"].map((key) => whole.sources[key as "sleepS"]?.split(":")[0]),
        );
        slept.delete(undefined);
        expect(slept.size, "one device's sleep").toBeLessThanOrEqual(1);
      }),
    );
  });

  it("counts a guess of a night until its correction is there, however much the guess says", () => {
    const guess = { ...watch, source: "garmin:sleep_tentative" };
    const corrected: WellnessRecord = { source: "garmin:sleep", fields: { sleepS: 6 * HOUR } };
    expect(combineWellness([guess]).fields.sleepS).toBe(7 * HOUR);
    for (const records of [
      [guess, corrected],
      [corrected, guess],
    ]) {
      expect(combineWellness(records).fields).toEqual({ sleepS: 6 * HOUR });
    }
  });
});
