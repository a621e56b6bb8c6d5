import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channel, Streams } from "./activity-types";
import { ascent } from "./ascent";
import { cadenceLockSeconds } from "./cadence-lock";
import { cleanHeartRate } from "./clean-heart-rate";
import { cleanPower } from "./clean-power";
import { cleanSpeed } from "./clean-speed";
import { distanceFromSpeed } from "./distance-from-speed";
import { grade } from "./grade";
import { movingTime } from "./moving-time";
import { smoothAltitude } from "./smooth-altitude";
import { speedFromDistance } from "./speed-from-distance";

/** Null stands for a second without a value. */
function channel(values: readonly (number | null)[]): Channel {
  return {
    values: Float64Array.from(values, (value) => value ?? 0),
    valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
  };
}

const shown = ({ values, valid }: Channel) =>
  [...values].map((value, s) => (valid[s] === 1 ? value : null));
const on = (length: number) => new Uint8Array(length).fill(1);
const fill = (length: number, value: number) => Array<number>(length).fill(value);
const ANYONE = { restingHeartRateBpm: null, maxHeartRateBpm: null };

describe("cleanPower", () => {
  it("drops spikes above 30 W/kg with a note, and turns negatives into zero", () => {
    const { channel: clean, notes } = cleanPower(channel([200, 2101, -5, 2100]), undefined, 70);
    expect(shown(clean)).toEqual([200, null, 0, 2100]);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.code).toBe("power_spikes");
  });

  it("tells coasting from a dropout by the cadence", () => {
    const power = channel([200, null, null, null]);
    const cadence = channel([90, 0, 85, null]);
    expect(shown(cleanPower(power, cadence, 70).channel)).toEqual([200, 0, null, null]);
  });

  it("leaves its input alone", () => {
    const power = channel([-5, 9999]);
    cleanPower(power, undefined, null);
    expect(shown(power)).toEqual([-5, 9999]);
  });
});

describe("cleanHeartRate", () => {
  it("treats 0 as missing without a word", () => {
    const { channel: clean, notes } = cleanHeartRate(channel([0, 120]), ANYONE);
    expect(shown(clean)).toEqual([null, 120]);
    expect(notes).toEqual([]);
  });

  it("leaves out what the athlete's own limits exclude, and says how much", () => {
    const athlete = { restingHeartRateBpm: 50, maxHeartRateBpm: 160 };
    const { channel: clean, notes } = cleanHeartRate(channel([34, 35, 240, 241, 251]), athlete);
    expect(shown(clean)).toEqual([null, 35, 240, null, null]);
    expect(notes[0]?.text).toContain("3 s");
  });

  it("caps at 250 for everyone", () => {
    expect(shown(cleanHeartRate(channel([250, 251]), ANYONE).channel)).toEqual([250, null]);
  });
});

describe("cadenceLockSeconds", () => {
  const wave = (centre: number) =>
    Array.from({ length: 600 }, (_, s) => centre + 6 * Math.sin(s / 20));

  it("finds heart rate that follows the steps", () => {
    const steps = wave(170);
    const cadence = channel(steps.map((value) => value / 2));
    expect(cadenceLockSeconds(channel(steps.map((value) => value + 1)), cadence)).toBe(600);
  });

  it("lets a heart rate be near the step rate by chance", () => {
    const heartRate = Array.from({ length: 600 }, (_, s) => 170 + 2 * Math.cos(s / 37));
    const cadence = Array.from({ length: 600 }, (_, s) => (170 + Math.sin(s / 20)) / 2);
    expect(cadenceLockSeconds(channel(heartRate), channel(cadence))).toBe(0);
    expect(cadenceLockSeconds(channel(wave(150)), channel(wave(170).map((v) => v / 2)))).toBe(0);
  });
});

describe("cleanSpeed", () => {
  it("leaves out the whole ride home, not only its fastest seconds", () => {
    const { channel: clean, notes } = cleanSpeed(channel([3, 4, 8, 13, 9, 3, 8, 3]));
    expect(shown(clean)).toEqual([3, 4, null, null, null, 3, 8, 3]);
    expect(notes[0]?.code).toBe("speed_of_a_vehicle");
  });

  it("lets sprinters sprint", () => {
    expect(cleanSpeed(channel([3, 9, 11, 12, 9, 3])).notes).toEqual([]);
  });
});

describe("smoothAltitude and ascent", () => {
  it("takes a spike of one second out", () => {
    const { values } = smoothAltitude(channel([...fill(20, 100), 150, ...fill(20, 100)]));
    expect(Math.max(...values)).toBe(100);
  });

  it("does not reach across a gap", () => {
    const smooth = smoothAltitude(channel([...fill(10, 100), null, ...fill(10, 200)]));
    expect(smooth.values[9]).toBe(100);
    expect(smooth.values[11]).toBe(200);
    expect(smooth.valid[10]).toBe(0);
  });

  it("counts a climb and ignores the sensor's jitter", () => {
    const climb = Array.from({ length: 101 }, (_, s) => s);
    expect(ascent(channel(climb), on(101))).toEqual({ ascentM: 100, descentM: 0 });
    const jitter = Array.from({ length: 500 }, (_, s) => 100 + (s % 2 === 0 ? 0.15 : -0.15));
    expect(ascent(channel(jitter), on(500))).toEqual({ ascentM: 0, descentM: 0 });
  });

  it("does not climb while paused", () => {
    const timerOn = Uint8Array.from([1, 0, 0, 1]);
    expect(ascent(channel([100, 110, 90, 100]), timerOn)).toEqual({ ascentM: 0, descentM: 0 });
  });

  it("keeps the books: ascent - descent is the change of altitude within one step", () => {
    const altitudes = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), {
      minLength: 1,
      maxLength: 100,
    });
    fc.assert(
      fc.property(altitudes, (values) => {
        const { ascentM, descentM } = ascent(channel(values), on(values.length));
        const change = (values.at(-1) ?? 0) - (values[0] ?? 0);
        expect(Math.abs(ascentM - descentM - change)).toBeLessThan(0.4 + 1e-6);
      }),
    );
  });
});

describe("grade", () => {
  it("finds the slope of an even hill", () => {
    const distance = channel(Array.from({ length: 100 }, (_, s) => 3 * s));
    const altitude = channel(Array.from({ length: 100 }, (_, s) => 0.3 * s));
    const slope = grade(altitude, distance);
    expect(slope.values[50]).toBeCloseTo(0.1, 6);
    expect(slope.values[0]).toBeCloseTo(0.1, 6);
    expect(slope.values[99]).toBeCloseTo(0.1, 6);
  });

  it("is clamped, and has no value while standing or where either channel is missing", () => {
    const distance = channel([...Array.from({ length: 50 }, (_, s) => 3 * s), ...fill(50, 147)]);
    const altitude = channel(Array.from({ length: 100 }, (_, s) => (s < 40 ? 3 * s : null)));
    const slope = grade(altitude, distance);
    expect(slope.values[20]).toBeCloseTo(0.45, 6);
    expect(slope.valid[60]).toBe(0);
    const still = grade(channel(fill(60, 100)), channel(fill(60, 10)));
    expect([...still.valid].some((flag) => flag === 1)).toBe(false);
  });
});

describe("distance and speed from each other", () => {
  it("adds up speed while the timer runs", () => {
    const distance = distanceFromSpeed(channel([2, 3, null, 4]), Uint8Array.from([1, 0, 1, 1]));
    expect([...distance.values]).toEqual([0, 2, 2, 2]);
  });

  it("finds an even speed from metre steps", () => {
    const speed = speedFromDistance(channel([0, 3, 6, 9, 12, 15]));
    expect(shown(speed)).toEqual(fill(6, 3));
    expect(shown(speedFromDistance(channel([0, null, 5])))).toEqual([null, null, null]);
  });
});

describe("movingTime", () => {
  const streams = (speed: (number | null)[], more: Streams["channels"] = {}): Streams => ({
    lengthS: speed.length,
    timerOn: on(speed.length),
    channels: { speedMps: channel(speed), ...more },
  });

  it("has a threshold per sport", () => {
    const slow = streams([1, 1, 0.3, 0, null]);
    expect(movingTime(slow, "cycling", false)).toBe(1);
    expect(movingTime(slow, "running", false)).toBe(3);
    expect(movingTime(slow, "swimming", false)).toBe(4);
  });

  it("counts pedalling on the spot, machines and gymnastics", () => {
    expect(movingTime(streams([0, 0], { cadenceRpm: channel([90, 0]) }), "cycling", false)).toBe(1);
    expect(movingTime(streams([0, 0]), "rowing", true)).toBe(2);
    expect(movingTime(streams([0, 0]), "strength", false)).toBe(2);
  });

  it("leaves pauses out", () => {
    expect(
      movingTime({ ...streams([5, 5]), timerOn: Uint8Array.from([1, 0]) }, "cycling", false),
    ).toBe(1);
  });
});
