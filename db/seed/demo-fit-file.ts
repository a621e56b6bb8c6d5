import { Encoder } from "@garmin/fitsdk";
import type { DemoSession } from "./demo-calendar";
import type { DemoSet } from "./demo-sets";
import type { DemoRecording } from "./demo-streams";
import type { DemoWorkout } from "./demo-workout";

const SEMICIRCLES_PER_DEGREE = 2 ** 31 / 180;
const POOL_LENGTH_M = 25;

/** Global message numbers of the FIT profile. */
const MESSAGE = {
  fileId: 0,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  workoutStep: 27,
  activity: 34,
  length: 101,
  set: 225,
};

/** The FIT names of the demo's sports. */
const FIT_SPORT = {
  running: ["running", "generic"],
  cycling: ["cycling", "road"],
  indoor_cycling: ["cycling", "indoorCycling"],
  swimming: ["swimming", "lapSwimming"],
  strength: ["training", "strengthTraining"],
} as const;

/** A FIT activity file of the session as a watch would have written it. */
export function demoFitFile(
  session: DemoSession,
  recording: DemoRecording,
  start: Date,
  utcOffsetS: number,
  sets: readonly DemoSet[] = [],
  workout: DemoWorkout | null = null,
): Uint8Array {
  const encoder = new Encoder();
  const end = new Date(start.getTime() + recording.lengthS * 1000);
  const [sport, subSport] = FIT_SPORT[session.sport];
  write(encoder, MESSAGE.fileId, {
    type: "activity",
    manufacturer: "development",
    product: 1,
    serialNumber: 1,
    timeCreated: start,
  });
  workout?.steps.forEach((step, messageIndex) => {
    write(encoder, MESSAGE.workoutStep, { messageIndex, ...step });
  });
  write(encoder, MESSAGE.event, { timestamp: start, event: "timer", eventType: "start" });
  writeRecords(encoder, recording, start);
  const lengths =
    session.sport === "swimming" ? writeLengths(encoder, session, recording, start) : 0;
  writeSets(encoder, sets, start);
  write(encoder, MESSAGE.event, { timestamp: end, event: "timer", eventType: "stopAll" });
  writeLaps(encoder, session, recording, start, workout?.lapSteps);
  const distance =
    session.sport === "swimming" ? lengths * POOL_LENGTH_M : recording.distanceM?.at(-1);
  write(encoder, MESSAGE.session, {
    messageIndex: 0,
    timestamp: end,
    startTime: start,
    sport,
    subSport,
    totalElapsedTime: recording.lengthS,
    totalTimerTime: recording.lengthS,
    ...(distance === undefined ? {} : { totalDistance: distance }),
    ...(session.sport === "swimming"
      ? { poolLength: POOL_LENGTH_M, numActiveLengths: lengths }
      : {}),
    avgHeartRate: Math.round(mean(recording.heartRateBpm)),
    maxHeartRate: Math.round(Math.max(...recording.heartRateBpm)),
    event: "session",
    eventType: "stop",
    firstLapIndex: 0,
    numLaps: session.blocks.length,
  });
  write(encoder, MESSAGE.activity, {
    timestamp: end,
    localTimestamp: (end.getTime() - Date.UTC(1989, 11, 31)) / 1000 + utcOffsetS,
    totalTimerTime: recording.lengthS,
    numSessions: 1,
    type: "manual",
    event: "activity",
    eventType: "stop",
  });
  return encoder.close();
}

function writeRecords(encoder: Encoder, recording: DemoRecording, start: Date): void {
  const columns = recordColumns(recording);
  for (let i = 0; i < recording.lengthS; i++) {
    const record: Record<string, unknown> = { timestamp: new Date(start.getTime() + i * 1000) };
    for (const [name, values] of columns) record[name] = values[i];
    write(encoder, MESSAGE.record, record);
  }
}

/** The recorded channels under their FIT names; a swim's speed belongs to its lengths. */
function recordColumns(recording: DemoRecording): [string, Float64Array][] {
  const semicircles = (degrees: Float64Array | null) =>
    degrees?.map((value) => Math.round(value * SEMICIRCLES_PER_DEGREE)) ?? null;
  const columns: [string, Float64Array | null][] = [
    ["heartRate", recording.heartRateBpm],
    ["power", recording.powerW],
    ["cadence", recording.cadence],
    ["enhancedSpeed", recording.distanceM ? recording.speedMps : null],
    ["distance", recording.distanceM],
    ["enhancedAltitude", recording.altitudeM],
    ["positionLat", semicircles(recording.latitudeDeg)],
    ["positionLong", semicircles(recording.longitudeDeg)],
  ];
  return columns.filter((column): column is [string, Float64Array] => column[1] !== null);
}

/** Whole pool lengths from the swimming blocks, an idle length for each rest. */
function writeLengths(
  encoder: Encoder,
  session: DemoSession,
  recording: DemoRecording,
  start: Date,
): number {
  let active = 0;
  let index = 0;
  let at = 0;
  for (const block of session.blocks) {
    const speed = recording.speedMps?.[Math.min(at + 5, recording.lengthS - 1)] ?? 0;
    const count =
      block.intensity === 0 || speed <= 0
        ? 0
        : Math.max(1, Math.floor((block.durationS * speed) / POOL_LENGTH_M));
    const each = count === 0 ? block.durationS : block.durationS / count;
    for (let n = 0; n < Math.max(1, count); n++) {
      const from = new Date(start.getTime() + (at + n * each) * 1000);
      write(encoder, MESSAGE.length, {
        messageIndex: index++,
        startTime: from,
        timestamp: new Date(from.getTime() + each * 1000),
        totalElapsedTime: each,
        totalTimerTime: each,
        event: "length",
        eventType: "stop",
        lengthType: count === 0 ? "idle" : "active",
        ...(count === 0
          ? {}
          : {
              swimStroke: "freestyle",
              totalStrokes: 11 + (index % 3),
              avgSpeed: POOL_LENGTH_M / each,
            }),
      });
    }
    active += count;
    at += block.durationS;
  }
  return active;
}

function writeSets(encoder: Encoder, sets: readonly DemoSet[], start: Date): void {
  const at = (second: number) => new Date(start.getTime() + second * 1000);
  sets.forEach((set, index) => {
    write(encoder, MESSAGE.set, {
      messageIndex: index,
      startTime: at(set.startS),
      timestamp: at(set.startS + set.durationS),
      duration: set.durationS,
      setType: set.isActive ? "active" : "rest",
      ...(set.isActive ? { category: [set.category], categorySubtype: [set.subtype] } : {}),
      ...(set.repetitions === null ? {} : { repetitions: set.repetitions }),
      ...(set.weightKg === null ? {} : { weight: set.weightKg }),
    });
  });
}

function writeLaps(
  encoder: Encoder,
  session: DemoSession,
  recording: DemoRecording,
  start: Date,
  lapSteps: readonly number[] = [],
): void {
  let at = 0;
  session.blocks.forEach((block, index) => {
    const to = Math.min(recording.lengthS, at + block.durationS);
    const { distanceM, powerW } = recording;
    const wktStepIndex = lapSteps[index];
    write(encoder, MESSAGE.lap, {
      messageIndex: index,
      startTime: new Date(start.getTime() + at * 1000),
      timestamp: new Date(start.getTime() + to * 1000),
      totalElapsedTime: to - at,
      totalTimerTime: to - at,
      ...(distanceM
        ? { totalDistance: (distanceM[to - 1] ?? 0) - (at > 0 ? (distanceM[at - 1] ?? 0) : 0) }
        : {}),
      avgHeartRate: Math.round(mean(recording.heartRateBpm.subarray(at, to))),
      maxHeartRate: Math.round(Math.max(...recording.heartRateBpm.subarray(at, to))),
      ...(powerW ? { avgPower: Math.round(mean(powerW.subarray(at, to))) } : {}),
      ...(wktStepIndex === undefined ? {} : { wktStepIndex }),
      event: "lap",
      eventType: "stop",
      lapTrigger: index === session.blocks.length - 1 ? "sessionEnd" : "manual",
    });
    at = to;
  });
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The encoder's own type knows only the envelope of a message, not its fields. */
function write(encoder: Encoder, message: number, fields: Record<string, unknown>): void {
  encoder.onMesg(message, fields);
}
