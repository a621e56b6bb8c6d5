import { describe, expect, it } from "vitest";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import type { ActivityEdit } from "./activity-edit";
import type { RecordedActivity } from "./activity-types";
import { analyzeActivity } from "./analyze-activity";
import { applyEdits } from "./apply-edits";
import { editedRecording } from "./edited-recording";

const HOUR = 3600;
const SETTINGS = { ...NOTHING_SET, ftpW: 200, thresholdHeartRateBpm: 170 };

/** An hour at 200 W and 5 m/s, of which the second half hour was the drive home: 0 W at 20 m/s. */
function ride(changes: Partial<RecordedActivity> = {}): RecordedActivity {
  const timeS = Float64Array.from({ length: HOUR }, (_, s) => s);
  const isDrive = (s: number) => s >= HOUR / 2;
  return {
    sport: "cycling",
    subSport: "road",
    title: "Out and home",
    startEpochS: 1_790_000_000,
    utcOffsetS: 0,
    elapsedS: HOUR,
    timerS: HOUR,
    distanceM: 44_980,
    isIndoor: false,
    poolLengthM: null,
    samples: {
      timeS,
      channels: {
        powerW: timeS.map((s) => (isDrive(s) ? 0 : 200)),
        heartRateBpm: timeS.map(() => 140),
        distanceM: timeS.map((s) => (isDrive(s) ? 9000 + 20 * (s - HOUR / 2) : 5 * s)),
      },
    },
    pauses: [],
    laps: [],
    lengths: [],
    sets: [],
    device: { manufacturer: null, product: null, serial: null },
    deviceValues: { rpe: 3 },
    notes: [],
    ...changes,
  };
}

function edited(edits: readonly ActivityEdit[], recorded = ride()): RecordedActivity {
  const original = { title: "Out and home", sport: recorded.sport, subSport: "road", rpe: 3 };
  return editedRecording(recorded, applyEdits(original, edits, 9));
}
const without = (fromS: number, toS: number): ActivityEdit => ({
  kind: "exclude",
  value: { fromS, toS },
});

describe("editedRecording", () => {
  it("changes nothing without an edit", () => {
    expect(edited([])).toEqual(ride());
  });

  it("never changes the recording that it was given", () => {
    const recorded = ride();
    edited([without(600, 1200), { kind: "ignore_sensor", value: "power" }], recorded);
    expect(recorded).toEqual(ride());
  });

  it("takes a stretch out of time, distance and every mean", () => {
    const whole = analyzeActivity(ride(), SETTINGS);
    const half = analyzeActivity(edited([without(HOUR / 2, HOUR)]), SETTINGS);
    expect(whole.metrics.avgPower?.value).toBeCloseTo(100, 6);
    expect(half.metrics.avgPower?.value).toBeCloseTo(200, 6);
    expect(half.metrics.distance?.value).toBeCloseTo(8995, 6);
    expect(half.metrics.trainingStressScore?.value).toBeCloseTo(50, 1);
    expect(half.movingS).toBe(HOUR / 2);
    expect(half.notes.map((note) => note.code)).toContain("stretch_excluded");
  });

  it("joins the distance again where a stretch in the middle is left out", () => {
    const { distanceM, samples } = edited([without(600, 1200)]);
    expect(distanceM).toBeCloseTo(41_980, 6);
    const { timeS, channels } = samples;
    const after = timeS.indexOf(1200);
    expect(channels.distanceM?.[after]).toBeCloseTo(3000, -1);
    expect(timeS[after - 1]).toBe(599);
  });

  it("counts only the timer's seconds, and no second beyond the end", () => {
    const pauses = [{ fromS: 1000, toS: 1300 }];
    const recorded = ride({ pauses, timerS: HOUR - 300 });
    expect(edited([without(900, 1400)], recorded).timerS).toBe(HOUR - 500);
    expect(edited([without(HOUR - 60, 9 * HOUR)]).timerS).toBe(HOUR - 60);
    expect(edited([without(2 * HOUR, 3 * HOUR)])).toEqual(ride());
  });

  it("keeps the pauses that only the gaps of the recording tell", () => {
    const full = ride();
    const isKept = (s: number) => s < 1000 || s >= 1300;
    const channels = Object.fromEntries(
      Object.entries(full.samples.channels).map(([name, values]) => [
        name,
        values.filter((_, i) => isKept(i)),
      ]),
    );
    const samples = { timeS: full.samples.timeS.filter(isKept), channels };
    const recorded = { ...full, samples, timerS: HOUR - 300 };
    const { pauses, notes } = edited([without(0, 100)], recorded);
    expect(pauses).toEqual([
      { fromS: 0, toS: 100 },
      { fromS: 1000, toS: 1300 },
    ]);
    expect(notes.map((note) => note.code)).toContain("pauses_inferred");
  });

  it("says that the distance is not known where nothing tells how far the stretch went", () => {
    const full = ride();
    const { powerW } = full.samples.channels;
    const bare = {
      ...full,
      samples: { timeS: full.samples.timeS, channels: powerW ? { powerW } : {} },
    };
    expect(edited([without(0, 600)], bare).distanceM).toBeNull();
  });

  it("leaves out the pool lengths of a stretch", () => {
    const length = (startS: number) => ({
      ...{ startS, durationS: 60, strokes: 20, stroke: "freestyle", isActive: true },
    });
    const swim = ride({
      distanceM: 100,
      poolLengthM: 25,
      lengths: [0, 60, 120, 180].map(length),
    });
    const left = edited([without(120, HOUR)], swim);
    expect(left.lengths.map(({ startS }) => startS)).toEqual([0, 60]);
    expect(left.distanceM).toBe(50);
  });

  it("judges by something else when a sensor is left out", () => {
    const settings = { ...SETTINGS, maxHeartRateBpm: 190, restingHeartRateBpm: 50 };
    expect(analyzeActivity(ride(), settings).chosenLoad?.method).toBe("tss");
    const { chosenLoad, metrics, notes } = analyzeActivity(
      edited([{ kind: "ignore_sensor", value: "power" }]),
      settings,
    );
    expect(chosenLoad?.method).toBe("hrss");
    expect(metrics.avgPower?.value ?? null).toBeNull();
    expect(notes.map((note) => note.code)).toContain("sensor_ignored");
    expect(edited([{ kind: "ignore_sensor", value: "speed" }]).distanceM).toBeNull();
  });

  it("is analysed as the sport and with the effort that the athlete says", () => {
    const run = edited([
      { kind: "sport", value: "running" },
      { kind: "effort", value: 9 },
    ]);
    expect(run).toMatchObject({ sport: "running", subSport: null, deviceValues: { rpe: 9 } });
    expect(edited([{ kind: "effort", value: null }]).deviceValues).toEqual({});
  });
});
