import { describe, expect, it } from "vitest";
import type { RecordedActivity, Streams } from "./activity-types";
import { courseSignature } from "./course-signature";
import { missingData } from "./missing-data";

const LENGTH_S = 2000;
const METRES_PER_DEGREE = 111_195;

function recorded(changes: Partial<RecordedActivity> = {}): RecordedActivity {
  return {
    ...{ sport: "cycling", subSport: null, title: null, startEpochS: 0, utcOffsetS: 0 },
    ...{ elapsedS: LENGTH_S, timerS: LENGTH_S, distanceM: 10_000, isIndoor: false },
    ...{ poolLengthM: null, pauses: [], laps: [], lengths: [], sets: [], deviceValues: {} },
    samples: { timeS: Float64Array.of(0, 1), channels: {} },
    device: { manufacturer: null, product: null, serial: null },
    notes: [],
    ...changes,
  };
}

/** 5 m/s due north for the whole time; the channels have no value in their gaps. */
function streams(gaps: { heartRateBpm?: number; powerW?: number }, speedMps = 5): Streams {
  const all = new Uint8Array(LENGTH_S).fill(1);
  const after = (gapS: number) => Uint8Array.from(all, (_, s) => (s < gapS ? 0 : 1));
  const values = new Float64Array(LENGTH_S).fill(100);
  const channel = (gapS: number | undefined) =>
    gapS === undefined ? undefined : { values, valid: after(gapS) };
  const [heartRateBpm, powerW] = [channel(gaps.heartRateBpm), channel(gaps.powerW)];
  return {
    lengthS: LENGTH_S,
    timerOn: all.slice(),
    channels: {
      ...(heartRateBpm && { heartRateBpm }),
      ...(powerW && { powerW }),
      latitudeDeg: { values: values.map((_, s) => (s * speedMps) / METRES_PER_DEGREE), valid: all },
      longitudeDeg: { values: new Float64Array(LENGTH_S), valid: all },
    },
  };
}
const missing = (from: RecordedActivity, over: Streams) =>
  missingData(from, over, courseSignature(over));
const codes = (from: RecordedActivity, over: Streams) =>
  missing(from, over).map((note) => note.code);

describe("missingData", () => {
  it("finds nothing in a whole recording, or with some seconds missing", () => {
    expect(codes(recorded(), streams({ heartRateBpm: 0, powerW: 0 }))).toEqual([]);
    expect(codes(recorded(), streams({ heartRateBpm: 59, powerW: 30 }))).toEqual([]);
  });

  it("says for how long a channel was away", () => {
    const notes = missing(recorded(), streams({ heartRateBpm: 500, powerW: 120 }));
    expect(notes.map((note) => note.text)).toEqual([
      "Heart rate is missing for 8 min, 25 % of the time.",
      "Power is missing for 2 min, 6 % of the time.",
    ]);
  });

  it("takes a channel without any value for one that was not recorded", () => {
    const notes = missing(recorded(), streams({ heartRateBpm: LENGTH_S, powerW: LENGTH_S }));
    expect(notes.map((note) => note.text)).toEqual([
      "No heart rate was recorded.",
      "No power was recorded.",
    ]);
  });

  it("does not call a channel with one value wholly missing", () => {
    const [note] = missing(recorded(), streams({ heartRateBpm: LENGTH_S - 1, powerW: 0 }));
    expect(note?.text).toBe("Heart rate is missing for 33 min, more than 99 % of the time.");
  });

  it("does not miss what a pause hides", () => {
    const paused = streams({ heartRateBpm: 500, powerW: 0 });
    paused.timerOn.fill(0, 0, 500);
    expect(codes(recorded(), paused)).toEqual([]);
  });

  it("names channels that are not there, unless the athlete left them out or never has them", () => {
    expect(codes(recorded(), streams({}))).toEqual(["no_heart_rate", "no_power"]);
    expect(codes(recorded({ sport: "running" }), streams({}))).toEqual(["no_heart_rate"]);
    const note = { code: "sensor_ignored", severity: "info", text: "" } as const;
    expect(codes(recorded({ notes: [note] }), streams({}))).toEqual([]);
    const samples = { timeS: new Float64Array(0), channels: {} };
    expect(codes(recorded({ samples }), streams({}))).toEqual([]);
  });

  it("sees a track that contradicts the distance, outdoors", () => {
    const drifted = streams({ heartRateBpm: 0, powerW: 0 }, 6);
    expect(codes(recorded(), drifted)).toEqual(["track_disagrees"]);
    expect(codes(recorded({ distanceM: 11_500 }), drifted)).toEqual([]);
    expect(codes(recorded({ isIndoor: true }), drifted)).toEqual([]);
  });
});
