import { DEMO_ATHLETE, type DemoCapacity } from "./demo-athlete";
import type { DemoSession } from "./demo-calendar";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** One value per second for each thing that the watch would record; null channels are not recorded. */
export type DemoRecording = {
  readonly lengthS: number;
  readonly heartRateBpm: Float64Array;
  readonly powerW: Float64Array | null;
  readonly speedMps: Float64Array | null;
  readonly cadence: Float64Array | null;
  readonly distanceM: Float64Array | null;
  readonly altitudeM: Float64Array | null;
  readonly latitudeDeg: Float64Array | null;
  readonly longitudeDeg: Float64Array | null;
};

const HEART_RATE_TAU_S = 42;
const METRES_PER_DEGREE = 111_320;
/** Open country beside a lake; the loops are drawn by formula and follow no road. */
const HOME = { latitude: 47.72, longitude: 9.16, altitude: 412 };

/** From one course to the next longer one. */
const COURSE_STEP = 1.05;

/**
 * Simulates a session second by second from its blocks and the capacities of that day; `burden`
 * is how much faster the heart beats for it than usually, as a share.
 */
export function demoRecording(
  session: DemoSession,
  capacity: DemoCapacity,
  seed: number,
  burden = 0,
): DemoRecording {
  const random = seededRandom(seed);
  const effort = effortOf(session, random);
  const lengthS = effort.length;
  const heartRateBpm = heartRateFor(effort, session, burden, random);
  if (session.sport === "strength") return bare(lengthS, heartRateBpm);
  if (session.sport === "swimming")
    return {
      ...bare(lengthS, heartRateBpm),
      speedMps: effort.map((e) => e * capacity.criticalSwimSpeedMps),
    };
  const isRide = session.sport !== "running";
  const isIndoor = session.sport === "indoor_cycling";
  const powerW = isRide ? effort.map((e) => (e < 0.2 ? 0 : Math.round(e * capacity.ftpW))) : null;
  const speedAt = isRide
    ? (e: number, grade: number) => rideSpeed(e * capacity.ftpW, grade)
    : (e: number, grade: number) => (e * capacity.thresholdSpeedMps) / (1 + 4.2 * grade);
  const course = travel(effort, speedAt, isIndoor ? 0 : random.between(0.6, 1.4), random);
  const track = isIndoor ? null : loop(course.distanceM, session.sport);
  return {
    lengthS,
    heartRateBpm,
    powerW,
    cadence: effort.map((e, i) => cadenceAt(e, i, isRide ? 87 : 82)),
    ...course,
    altitudeM: isIndoor ? null : course.altitudeM,
    latitudeDeg: track?.latitude ?? null,
    longitudeDeg: track?.longitude ?? null,
  };
}

/** Moves along rolling ground: speed follows the effort with a second or ten of inertia. */
function travel(
  effort: Float64Array,
  speedAt: (effort: number, grade: number) => number,
  hilliness: number,
  random: SeededRandom,
): { speedMps: Float64Array; distanceM: Float64Array; altitudeM: Float64Array } {
  const n = effort.length;
  const [speedMps, distanceM, altitudeM] = [
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n),
  ];
  const phase = random.between(0, 6);
  let travelled = 0;
  let speed = speedAt(effort[0] ?? 0, 0);
  for (let i = 0; i < n; i++) {
    const [long, short] = [travelled / 900 + phase, travelled / 310];
    const grade = hilliness * (0.018 * Math.sin(long) + 0.01 * Math.sin(short));
    speed = speed * 0.9 + speedAt(effort[i] ?? 0, grade) * 0.1;
    travelled += speed;
    speedMps[i] = speed;
    distanceM[i] = travelled;
    altitudeM[i] =
      HOME.altitude + hilliness * (16.2 * (1 - Math.cos(long)) + 3.1 * (1 - Math.cos(short)));
  }
  return { speedMps, distanceM, altitudeM };
}

function cadenceAt(effort: number, second: number, usual: number): number {
  return effort < 0.2 ? 0 : Math.round(usual + 5 * (effort - 0.8) + 2 * Math.sin(second / 37));
}

function bare(lengthS: number, heartRateBpm: Float64Array): DemoRecording {
  return {
    lengthS,
    heartRateBpm,
    powerW: null,
    speedMps: null,
    cadence: null,
    distanceM: null,
    altitudeM: null,
    latitudeDeg: null,
    longitudeDeg: null,
  };
}

/** The blocks as one intensity per second, with the wobble of a human and now and then a junction. */
function effortOf(session: DemoSession, random: SeededRandom): Float64Array {
  const total = session.blocks.reduce((sum, block) => sum + block.durationS, 0);
  const effort = new Float64Array(total);
  const dayForm = 1 + 0.015 * random.normal();
  const wobble = session.sport === "cycling" ? 0.09 : 0.03;
  let i = 0;
  let drift = 0;
  let coast = 0;
  for (const block of session.blocks) {
    const isAllOut = block.isAllOut === true;
    const canCoast = session.sport === "cycling" && !isAllOut;
    const intended = block.intensity * (isAllOut ? 1 : dayForm);
    for (let s = 0; s < block.durationS; s++, i++) {
      drift = 0.92 * drift + wobble * random.normal() * 0.4;
      coast = canCoast ? coastFor(coast, random) : Math.max(0, coast - 1);
      const isStill = block.intensity === 0 || (coast > 0 && !isAllOut);
      effort[i] = isStill ? 0 : Math.max(0.05, intended + drift * block.intensity);
    }
  }
  return effort;
}

/** Seconds of coasting that are left, with now and then a junction. */
function coastFor(left: number, random: SeededRandom): number {
  const starts = left === 0 && random.next() < 0.0016;
  return Math.max(0, (starts ? Math.round(random.between(3, 12)) : left) - 1);
}

function heartRateFor(
  effort: Float64Array,
  session: DemoSession,
  burden: number,
  random: SeededRandom,
): Float64Array {
  const {
    restingHeartRateBpm: rest,
    thresholdHeartRateBpm: threshold,
    maxHeartRateBpm: max,
  } = DEMO_ATHLETE;
  const isWeights = session.sport === "strength";
  const hurried = 1 + burden + 0.012 * random.normal();
  const out = new Float64Array(effort.length);
  let rate = rest + 32;
  let noise = 0;
  for (let i = 0; i < effort.length; i++) {
    const e = isWeights ? 0.42 + 0.14 * Math.sin(i / 55) : (effort[i] ?? 0);
    const creep = 1 + 0.000006 * i;
    const usual = rest + (threshold - rest) * Math.min(1.12, 0.22 + 0.78 * e ** 1.15) * creep;
    const target = usual * hurried;
    rate += (target - rate) / HEART_RATE_TAU_S;
    noise = 0.95 * noise + 0.25 * random.normal();
    out[i] = Math.min(max, Math.max(60, Math.round(rate + noise)));
  }
  return out;
}

/** Flat-road speed of a rider at this power, slowed and sped by the grade. */
function rideSpeed(powerW: number, grade: number): number {
  const effective = Math.max(30, powerW - 680 * grade * 4);
  return Math.min(17, Math.max(2.2, 1.62 * Math.cbrt(effective)));
}

/** A closed wavy loop: one of a family whose lengths grow by a twentieth, so that courses recur. */
function loop(
  distanceM: Float64Array,
  sport: DemoSession["sport"],
): { latitude: Float64Array; longitude: Float64Array } {
  const n = distanceM.length;
  const total = Math.max(1, distanceM[n - 1] ?? 1);
  const course = Math.round(Math.log(total / 1000) / Math.log(COURSE_STEP));
  const courseM = 1000 * COURSE_STEP ** course;
  const random = seededRandom(1000 * sport.length + course);
  const [a, b, c] = [
    random.between(0.08, 0.22),
    random.between(0.04, 0.12),
    random.between(0, 6.28),
  ];
  const radius = (courseM / (2 * Math.PI)) * 0.93;
  const cosHome = Math.cos((HOME.latitude * Math.PI) / 180);
  const latitude = new Float64Array(n);
  const longitude = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const angle = (2 * Math.PI * (distanceM[i] ?? 0)) / total + c;
    const r = radius * (1 + a * Math.sin(3 * angle) + b * Math.sin(5 * angle + 1));
    const r0 = radius * (1 + a * Math.sin(3 * c) + b * Math.sin(5 * c + 1));
    latitude[i] = HOME.latitude + (r * Math.sin(angle) - r0 * Math.sin(c)) / METRES_PER_DEGREE;
    longitude[i] =
      HOME.longitude + (r * Math.cos(angle) - r0 * Math.cos(c)) / (METRES_PER_DEGREE * cosHome);
  }
  return { latitude, longitude };
}
