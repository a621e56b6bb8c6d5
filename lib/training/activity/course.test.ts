import { describe, expect, it } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import { describeWithSamples, samples } from "@/tests/support/samples";
import type { Streams } from "./activity-types";
import { analyzeActivity } from "./analyze-activity";
import type { Course } from "./course";
import { courseSignature } from "./course-signature";
import { isSameCourse } from "./is-same-course";

const METRES_PER_DEGREE = 111_195;
const HOME = { latitude: 47, longitude: 9 };

type Place = readonly [eastM: number, northM: number];
type Way = (second: number) => Place;

/** A track second by second; the noise is a slow wander of up to `noiseM`. */
function track(seconds: number, way: Way, noiseM = 0, phase = 0): Streams {
  const latitudes = new Float64Array(seconds);
  const longitudes = new Float64Array(seconds);
  for (let s = 0; s < seconds; s++) {
    const [east, north] = way(s);
    const [dx, dy] = [Math.sin(s / 23 + phase), Math.cos(s / 31 + 2 * phase)];
    latitudes[s] = HOME.latitude + (north + noiseM * dy) / METRES_PER_DEGREE;
    longitudes[s] =
      HOME.longitude +
      (east + noiseM * dx) / (METRES_PER_DEGREE * Math.cos((HOME.latitude * Math.PI) / 180));
  }
  const valid = new Uint8Array(seconds).fill(1);
  return {
    lengthS: seconds,
    timerOn: valid,
    channels: {
      latitudeDeg: { values: latitudes, valid },
      longitudeDeg: { values: longitudes, valid },
    },
  };
}
function course(streams: Streams): Course {
  const found = courseSignature(streams);
  if (found === null) throw new Error("no course");
  return found;
}

const RADIUS_M = 800;
const loop =
  (seconds: number, turns = 1, from = 0): Way =>
  (s) => {
    const angle = 2 * Math.PI * (from + (turns * s) / (seconds - 1));
    return [RADIUS_M * Math.sin(angle), RADIUS_M * Math.cos(angle)];
  };
const straight =
  (speedMps: number): Way =>
  (s) => [s * speedMps, 0];

describe("courseSignature", () => {
  it("measures the way at equal steps, whatever the pace", () => {
    const { lengthM, latitudeDeg, longitudeDeg } = course(track(2000, loop(2000)));
    expect(lengthM).toBeCloseTo(2 * Math.PI * RADIUS_M, -2);
    expect(latitudeDeg).toHaveLength(Math.floor(lengthM / 25) + 1);
    expect(longitudeDeg[0]).toBeCloseTo(HOME.longitude, 6);
    expect(longitudeDeg.at(-1)).toBeCloseTo(HOME.longitude, 3);
  });

  it("does not walk while standing: noise adds no way", () => {
    const wait: Way = (s) => (s < 600 ? [0, 0] : straight(3)(s - 600));
    expect(course(track(1600, wait, 3)).lengthM).toBeCloseTo(3000, -2);
  });

  it("is null without positions, for less than a kilometre, and with a jump", () => {
    expect(courseSignature({ lengthS: 9, timerOn: new Uint8Array(9), channels: {} })).toBeNull();
    expect(courseSignature(track(300, straight(3)))).toBeNull();
    const train: Way = (s) => [s * 3 + (s > 500 ? 900 : 0), 0];
    expect(courseSignature(track(1000, train))).toBeNull();
  });

  it("stays small for a day's ride", () => {
    expect(course(track(20_000, straight(8))).latitudeDeg).toHaveLength(800);
  });
});

describe("isSameCourse", () => {
  const first = course(track(1500, loop(1500)));

  it("knows the way again at another pace and with another receiver's noise", () => {
    for (const seconds of [1300, 1500, 2100]) {
      const again = course(track(seconds, loop(seconds), 8, seconds));
      expect(isSameCourse(first, again), `${seconds} s`).toBe(true);
      expect(isSameCourse(again, first), `${seconds} s`).toBe(true);
    }
  });

  it("tells the other direction, another start, two rounds and a parallel road apart", () => {
    const seconds = 1500;
    const others: Record<string, Way> = {
      backwards: loop(seconds, -1),
      "begun on the other side": loop(seconds, 1, 0.5),
      "two rounds": loop(seconds, 2),
      "a hundred metres beside": (s) => {
        const [east, north] = loop(seconds)(s);
        return [east + 100, north];
      },
      "the same start and length": straight((2 * Math.PI * RADIUS_M) / seconds),
    };
    for (const [name, way] of Object.entries(others)) {
      expect(isSameCourse(first, course(track(seconds, way))), name).toBe(false);
    }
  });

  it("takes an out and back as one course, and not as the way out alone", () => {
    const outAndBack: Way = (s) => [s < 750 ? s * 3 : 4500 - s * 3, 0];
    const there = course(track(1500, outAndBack));
    expect(isSameCourse(there, course(track(1500, outAndBack, 8, 1)))).toBe(true);
    expect(isSameCourse(there, course(track(1500, straight(3))))).toBe(false);
  });

  it("forgives a short way round, and not a long one", () => {
    const roundabout = (metres: number): Way => {
      const detour = (s: number) => (s >= 700 && s < 740 ? metres : 0);
      return (s) => [s * 3, detour(s)];
    };
    const plain = course(track(1500, straight(3)));
    expect(isSameCourse(plain, course(track(1500, roundabout(60))))).toBe(true);
    expect(isSameCourse(plain, course(track(1500, roundabout(400))))).toBe(false);
  });
});

describeWithSamples("fit", "courses of real recordings", () => {
  const TRACKS = [
    "cycling/edge530-road-2h26-np264-ftp284.fit",
    "cycling/edge810-vector-78min-np301-ftp315.fit",
    "cycling/edge-mtb-1h57-np147-ftp234-zones.fit",
    "cycling/fr935-road-86min-te-no-power.fit",
    "cycling/edge500-no-power-3h.fit",
    "running/fr965-run-power-66min-np341-load161.fit",
    "running/fenix5x-run-28min-14laps-devdata.fit",
    "running/fr920xt-run-114min-14devfields.fit",
  ];
  async function signatureOf(name: string): Promise<Course | null> {
    const content = await fileReader.read(samples.read(`fit/${name}`), name);
    const recorded = content.kind === "activities" ? content.activities[0] : undefined;
    if (recorded === undefined) throw new Error(`${name} holds no activity`);
    return courseSignature(analyzeActivity(recorded, NOTHING_SET).streams);
  }
  async function courseOf(name: string): Promise<Course> {
    const found = await signatureOf(name);
    if (found === null) throw new Error(`${name} has no course`);
    return found;
  }
  /** The same way as another receiver would have told it: up to 10 m off, in slow wanders. */
  function retold(one: Course): Course {
    const step = (values: Float64Array, n: number) =>
      values.map((value, i) => value + (10 * Math.sin(i / 7 + n)) / METRES_PER_DEGREE);
    return {
      lengthM: one.lengthM * 1.01,
      latitudeDeg: step(one.latitudeDeg, 0),
      longitudeDeg: step(one.longitudeDeg, 2),
    };
  }

  it("are each the same as themselves retold, and no two the same", async () => {
    const courses = await Promise.all(TRACKS.map(courseOf));
    for (const [i, a] of courses.entries()) {
      expect(isSameCourse(a, retold(a)), TRACKS[i]).toBe(true);
      for (const [j, b] of courses.entries()) {
        if (i !== j) expect(isSameCourse(a, b), `${TRACKS[i]} and ${TRACKS[j]}`).toBe(false);
      }
    }
  }, 60_000);

  it("are none where the athlete went on with the recording paused, or had no receiver", async () => {
    const none = ["wahoo-elemnt-3h44-np157-ftp220", "fr965-indoor-30min-np164-ftp270"];
    for (const name of none) expect(await signatureOf(`cycling/${name}.fit`), name).toBeNull();
  });

  it("are the same in two services' files of one ride", async () => {
    const device = await courseOf("cycling/fr935-road-86min-te-no-power.fit");
    for (const name of ["garmin-export-of", "strava-export-of"]) {
      const exported = await courseOf(`tcx-gpx/${name}-fr935-road-86min.gpx`);
      expect(isSameCourse(device, exported), name).toBe(true);
    }
  }, 60_000);
});
