/**
 * From a recorded activity to everything that is known about it: cleaned streams, metrics, loads, zones.
 * Each metric carries its formula id; the pieces are in this folder, in load/ and in zones/.
 * Reference: science.md 0 to 4 and 19.
 * Valid: settings must be those of the activity's own day; what they lack is null with the reason.
 */
import { chooseLoad } from "../load/choose-load";
import { durationLoad } from "../load/duration-load";
import { sessionRpeLoad } from "../load/session-rpe-load";
import type { ActivityContext } from "./activity-context";
import type {
  ActivityAnalysis,
  AthleteSettings,
  LoadMethod,
  RecordedActivity,
  Streams,
  TimeInZone,
} from "./activity-types";
import { ascent } from "./ascent";
import { channelSummary } from "./channel-summary";
import { courseSignature } from "./course-signature";
import { heartRateMetrics } from "./heart-rate-metrics";
import { heatNote } from "./heat-note";
import { isInWater } from "./in-water";
import { MetricCollector } from "./metric-collector";
import { missingData } from "./missing-data";
import { movingTime } from "./moving-time";
import { powerMetrics } from "./power-metrics";
import { prepareStreams } from "./prepare-streams";
import { recordingInterval } from "./recording-interval";
import { runMetrics } from "./run-metrics";
import { smoothAltitude } from "./smooth-altitude";
import { swimMetrics } from "./swim-metrics";

/** @param preferredLoad the load that the athlete wants to count, where the activity has it. */
export function analyzeActivity(
  recorded: RecordedActivity,
  settings: AthleteSettings,
  preferredLoad: LoadMethod | null = null,
): ActivityAnalysis {
  const { streams, notes } = prepareStreams(recorded, settings);
  const context = activityContext(recorded, settings, streams);
  const { out } = context;
  const heartRate = heartRateMetrics(context);
  const power = powerMetrics(context, heartRate.averageBpm);
  const pace = paceMetrics(context, heartRate.averageBpm);
  commonMetrics(context);
  addFallbackLoads(context);
  const course = courseSignature(streams);
  const { loads, chosen } = chooseLoad(out.loads, recorded.sport, preferredLoad);
  return {
    metrics: out.metrics,
    loads,
    chosenLoad: chosen,
    timeInZone: {
      ...(heartRate.timeInZone && { heartRate: heartRate.timeInZone }),
      ...(power && { power }),
      ...(pace && { pace }),
    },
    movingS: context.movingS,
    streams,
    notes: [...notes, ...out.notes, ...missingData(recorded, streams, course)],
    course,
  };
}

function activityContext(
  recorded: RecordedActivity,
  settings: AthleteSettings,
  streams: Streams,
): ActivityContext {
  const altitude = streams.channels.altitudeM;
  return {
    recorded,
    settings,
    streams,
    timerS: recorded.timerS > 0 ? recorded.timerS : timerSeconds(streams),
    movingS: movingSeconds(recorded, streams),
    distanceM: recorded.distanceM ?? lastDistance(streams),
    smoothedAltitude: altitude ? smoothAltitude(altitude) : null,
    recordingIntervalS: recordingInterval(recorded.samples.timeS)?.medianS ?? null,
    out: new MetricCollector(),
  };
}

function timerSeconds({ timerOn }: Streams): number {
  let seconds = 0;
  for (const on of timerOn) seconds += on;
  return seconds;
}

/** In a pool the lengths know better than the speed channel; never more than the timer's time. */
function movingSeconds(recorded: RecordedActivity, streams: Streams): number {
  const swum = recorded.lengths.filter((length) => length.isActive);
  const inPool = swum.reduce((sum, length) => sum + length.durationS, 0);
  const seconds = inPool > 0 ? inPool : movingTime(streams, recorded.sport, recorded.isIndoor);
  if (seconds === 0 && streams.lengthS === 0) return recorded.timerS;
  return recorded.timerS > 0 ? Math.min(seconds, recorded.timerS) : seconds;
}

function lastDistance({ channels }: Streams): number | null {
  const distance = channels.distanceM;
  if (!distance) return null;
  for (let s = distance.values.length - 1; s >= 0; s--) {
    if (distance.valid[s] === 1) return distance.values[s] as number;
  }
  return null;
}

function paceMetrics(
  context: ActivityContext,
  averageHeartRate: number | null,
): TimeInZone | undefined {
  const { sport } = context.recorded;
  if (sport === "running") return runMetrics(context, averageHeartRate);
  if (sport === "swimming") return swimMetrics(context);
  return undefined;
}

function commonMetrics({
  out,
  recorded,
  streams,
  timerS,
  distanceM,
  smoothedAltitude,
}: ActivityContext): void {
  const { speedMps, cadenceRpm, temperatureC } = streams.channels;
  const { timerOn } = streams;
  if (distanceM !== null && distanceM > 0) {
    out.set("distance", distanceM, "m", "SIG-1@1", "");
    out.set("avgSpeed", timerS > 0 ? distanceM / timerS : null, "m/s", "AVG-1@1", NO_DURATION);
  }
  if (speedMps) {
    const { maximum } = channelSummary(speedMps, timerOn);
    out.set("maxSpeed", maximum, "m/s", "MAX-1@1", "No speed was recorded while the timer ran.");
  }
  if (cadenceRpm) {
    const { mean } = channelSummary(cadenceRpm, timerOn, true);
    out.set("avgCadence", mean, "rpm", "AVG-1@1", "The cadence channel holds zeros only.");
  }
  if (temperatureC) {
    const { mean } = channelSummary(temperatureC, timerOn);
    out.set("avgTemperature", mean, "°C", "AVG-1@1", "No temperature while the timer ran.");
    const heat = heatNote(mean, recorded.sport);
    if (heat) out.notes.push(heat);
  }
  // What the barometer of a watch says under water is no climb.
  if (smoothedAltitude && !isInWater(recorded.sport)) {
    const { ascentM, descentM } = ascent(smoothedAltitude, timerOn);
    out.set("ascent", ascentM, "m", "SIG-5@1", "");
    out.set("descent", descentM, "m", "SIG-5@1", "");
  }
}

const NO_DURATION = "The activity has no duration.";

function addFallbackLoads({ out, recorded, timerS }: ActivityContext): void {
  const { rpe } = recorded.deviceValues;
  if (rpe !== undefined) out.addLoad("srpe", sessionRpeLoad(timerS, rpe), "HR-3@1");
  if (timerS > 0) out.addLoad("duration", durationLoad(timerS, recorded.sport), "HR-5@1");
}
