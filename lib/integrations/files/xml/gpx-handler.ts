import type {
  ChannelName,
  RecordedActivity,
  TimerPause,
} from "@/lib/training/activity/activity-types";
import { buildTrackActivity } from "./build-track-activity";
import { sportFromText } from "./sport-from-text";
import { TrackPoints } from "./track-points";
import type { XmlHandler } from "./walk-xml";

/** Elements inside a track point, in whatever extension they stand. */
const CHANNELS: Readonly<Record<string, ChannelName>> = {
  ele: "altitudeM",
  hr: "heartRateBpm",
  cad: "cadenceRpm",
  cadence: "cadenceRpm",
  atemp: "temperatureC",
  temp: "temperatureC",
  speed: "speedMps",
  power: "powerW",
  watts: "powerW",
  PowerInWatts: "powerW",
};
const NO_DEVICE = { manufacturer: null, product: null, serial: null };

/** One activity per `trk`; the gap between its segments is a pause. */
export class GpxHandler implements XmlHandler {
  readonly activities: RecordedActivity[] = [];
  trackCount = 0;
  pointCount = 0;
  timedCount = 0;
  #points = new TrackPoints();
  #pauses: TimerPause[] = [];
  #title: string | null = null;
  #type: string | null = null;
  #isInPoint = false;
  #segmentEndS: number | null = null;

  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void {
    switch (path.at(-1)) {
      case "trk":
        this.#beginTrack();
        break;
      case "trkseg":
        this.#segmentEndS = this.#points.lastTimeS;
        break;
      case "trkpt":
        this.#isInPoint = true;
        this.#points.begin();
        this.#points.set("latitudeDeg", attributes.lat);
        this.#points.set("longitudeDeg", attributes.lon);
    }
  }

  close(path: readonly string[], text: string): void {
    const name = path.at(-1) ?? "";
    if (name === "trkpt") this.#endPoint();
    else if (this.#isInPoint) this.#inPoint(name, text);
    else if (name === "trk") this.finishTrack();
    else if (path.at(-2) === "trk" && name === "name") this.#title = text || null;
    else if (path.at(-2) === "trk" && name === "type") this.#type = text || null;
  }

  /** Also called for a track that was cut off. */
  finishTrack(): void {
    const activity = buildTrackActivity({
      points: this.#points,
      sport: sportFromText(this.#type),
      title: this.#title,
      device: NO_DEVICE,
      deviceValues: {},
      laps: [],
      pauses: this.#pauses,
      statedTimerS: null,
      statedDistanceM: null,
    });
    if (activity !== null) this.activities.push(activity);
    this.#points = new TrackPoints();
    this.#pauses = [];
  }

  #beginTrack(): void {
    this.trackCount += 1;
    this.#points = new TrackPoints();
    this.#pauses = [];
    this.#title = null;
    this.#type = null;
    this.#segmentEndS = null;
  }

  #inPoint(name: string, text: string): void {
    const channel = CHANNELS[name];
    if (name === "time") this.#points.setTime(text);
    else if (channel !== undefined) this.#points.set(channel, text);
  }

  #endPoint(): void {
    const before = this.#points.count;
    this.#points.end();
    this.#isInPoint = false;
    this.pointCount += 1;
    if (this.#points.count === before) return;
    this.timedCount += 1;
    const now = this.#points.lastTimeS;
    if (this.#segmentEndS !== null && now !== null && now > this.#segmentEndS) {
      this.#pauses.push({ fromS: this.#segmentEndS, toS: now });
    }
    this.#segmentEndS = null;
  }
}
