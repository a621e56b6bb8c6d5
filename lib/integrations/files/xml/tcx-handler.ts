import type {
  ChannelName,
  DeviceInfo,
  RecordedActivity,
  RecordedLap,
} from "@/lib/training/activity/activity-types";
import { buildTrackActivity } from "./build-track-activity";
import { parseXmlTime } from "./parse-xml-time";
import { sportFromText } from "./sport-from-text";
import { TrackPoints } from "./track-points";
import type { XmlHandler } from "./walk-xml";

/** "parent/element" inside a track point. */
const CHANNELS: Readonly<Record<string, ChannelName>> = {
  "Position/LatitudeDegrees": "latitudeDeg",
  "Position/LongitudeDegrees": "longitudeDeg",
  "Trackpoint/AltitudeMeters": "altitudeM",
  "Trackpoint/DistanceMeters": "distanceM",
  "HeartRateBpm/Value": "heartRateBpm",
  "Trackpoint/Cadence": "cadenceRpm",
  "TPX/RunCadence": "cadenceRpm",
  "TPX/Speed": "speedMps",
  "TPX/Watts": "powerW",
};
/** "parent/element" inside a lap. */
const LAP_VALUES: Readonly<Record<string, keyof TcxLap>> = {
  "Lap/TotalTimeSeconds": "timerS",
  "Lap/DistanceMeters": "distanceM",
  "Lap/Calories": "energyKcal",
  "Lap/Cadence": "cadenceRpm",
  "LX/AvgRunCadence": "cadenceRpm",
  "AverageHeartRateBpm/Value": "avgHeartRateBpm",
  "MaximumHeartRateBpm/Value": "maxHeartRateBpm",
  "LX/AvgSpeed": "avgSpeedMps",
  "LX/AvgWatts": "avgPowerW",
};

type TcxLap = {
  startEpochS: number;
  timerS?: number;
  distanceM?: number;
  energyKcal?: number;
  cadenceRpm?: number;
  avgHeartRateBpm?: number;
  maxHeartRateBpm?: number;
  avgSpeedMps?: number;
  avgPowerW?: number;
  trigger?: string;
};

const GARMIN = "Garmin ";

/** One activity per `Activity`; transitions between the parts of a multisport are no laps of any. */
export class TcxHandler implements XmlHandler {
  readonly activities: RecordedActivity[] = [];
  activityCount = 0;
  pointCount = 0;
  #points = new TrackPoints();
  #sport: string | null = null;
  #laps: TcxLap[] = [];
  #creator: { name: string | null; unit: string | null } = { name: null, unit: null };
  #isInPoint = false;
  #isInActivity = false;

  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void {
    const [parent, name] = [path.at(-2), path.at(-1)];
    if (name === "Activity") this.#beginActivity(attributes.Sport ?? null);
    if (!this.#isInActivity) return;
    if (name === "Lap" && parent === "Activity") this.#beginLap(attributes.StartTime ?? "");
    if (name === "Trackpoint") {
      this.#isInPoint = true;
      this.#points.begin();
    }
  }

  close(path: readonly string[], text: string): void {
    if (!this.#isInActivity) return;
    const name = path.at(-1) ?? "";
    const key = `${path.at(-2)}/${name}`;
    if (name === "Activity") this.finishActivity();
    else if (name === "Trackpoint") this.#endPoint();
    else if (this.#isInPoint) this.#inPoint(key, text);
    else if (key === "Creator/Name") this.#creator.name = text || null;
    else if (key === "Creator/UnitId") this.#creator.unit = text || null;
    else this.#inLap(key, text);
  }

  /** Also called for an activity that was cut off. */
  finishActivity(): void {
    if (!this.#isInActivity) return;
    this.#isInActivity = false;
    const activity = buildTrackActivity({
      points: this.#points,
      sport: sportFromText(this.#sport),
      title: null,
      device: this.#device(),
      deviceValues: energyOf(this.#laps),
      laps: lapsOf(this.#laps),
      pauses: [],
      statedTimerS: sumOf(this.#laps, "timerS"),
      statedDistanceM: sumOf(this.#laps, "distanceM"),
    });
    if (activity !== null) this.activities.push(activity);
  }

  #beginActivity(sport: string | null): void {
    this.activityCount += 1;
    this.#isInActivity = true;
    this.#points = new TrackPoints();
    this.#sport = sport;
    this.#laps = [];
    this.#creator = { name: null, unit: null };
  }

  #beginLap(startTime: string): void {
    const start = parseXmlTime(startTime)?.epochS ?? this.#points.lastTimeS;
    if (start !== null) this.#laps.push({ startEpochS: start });
  }

  #endPoint(): void {
    this.#points.end();
    this.#isInPoint = false;
    this.pointCount += 1;
  }

  #inPoint(key: string, text: string): void {
    const channel = CHANNELS[key];
    if (key === "Trackpoint/Time") this.#points.setTime(text);
    else if (channel !== undefined) this.#points.set(channel, text);
  }

  #inLap(key: string, text: string): void {
    const lap = this.#laps.at(-1);
    if (lap === undefined) return;
    if (key === "Lap/TriggerMethod") lap.trigger = text;
    const name = LAP_VALUES[key];
    const value = Number(text);
    if (name !== undefined && text !== "" && Number.isFinite(value)) {
      Object.assign(lap, { [name]: value });
    }
  }

  #device(): DeviceInfo {
    const { name, unit } = this.#creator;
    const isGarmin = name?.startsWith(GARMIN) ?? false;
    return {
      manufacturer: isGarmin ? "garmin" : null,
      product: isGarmin ? (name?.slice(GARMIN.length) ?? null) : name,
      serial: unit === "0" ? null : unit,
    };
  }
}

function sumOf(laps: readonly TcxLap[], name: "timerS" | "distanceM" | "energyKcal") {
  const sum = laps.reduce((total, lap) => total + (lap[name] ?? 0), 0);
  return sum > 0 ? sum : null;
}

function energyOf(laps: readonly TcxLap[]) {
  const energyKcal = sumOf(laps, "energyKcal");
  return energyKcal === null ? {} : { energyKcal };
}

function lapsOf(laps: readonly TcxLap[]) {
  return laps.map((lap, i): Omit<RecordedLap, "startS"> & { startEpochS: number } => {
    const timerS = lap.timerS ?? 0;
    const nextStart = laps[i + 1]?.startEpochS;
    return {
      startEpochS: lap.startEpochS,
      elapsedS: nextStart === undefined ? timerS : Math.max(0, nextStart - lap.startEpochS),
      timerS,
      distanceM: lap.distanceM || null,
      avgPowerW: lap.avgPowerW ?? null,
      avgHeartRateBpm: lap.avgHeartRateBpm || null,
      maxHeartRateBpm: lap.maxHeartRateBpm || null,
      avgCadenceRpm: lap.cadenceRpm || null,
      avgSpeedMps: lap.avgSpeedMps ?? null,
      trigger: lap.trigger ?? null,
    };
  });
}
