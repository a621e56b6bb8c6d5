import type {
  ActivityAnalysis,
  AthleteSettings,
  DeviceInfo,
  DeviceValues,
  LoadAlternative,
  MetricValue,
  QualityNote,
  RecordedActivity,
  TimeInZone,
} from "@/lib/training/activity/activity-types";
import { analyzeActivity } from "@/lib/training/activity/analyze-activity";
import { settingsWithDevice } from "@/lib/training/activity/settings-with-device";
import { timeInZone } from "@/lib/training/zones/time-in-zone";

/** One activity as `formline analyze --json` prints it, one per line. */
export type AnalysisReport = {
  readonly file: string;
  readonly sport: string;
  readonly subSport: string | null;
  /** ISO 8601, UTC. */
  readonly start: string;
  readonly utcOffsetS: number | null;
  /** Timer time: pauses left out. */
  readonly durationS: number;
  readonly elapsedS: number;
  readonly distanceM: number | null;
  readonly load: LoadAlternative | null;
  readonly metrics: Readonly<Record<string, MetricValue>>;
  readonly timeInZones: ActivityAnalysis["timeInZone"];
  readonly device: DeviceInfo;
  /** What the device itself worked out, for comparison. */
  readonly deviceValues: DeviceValues;
  readonly notes: readonly QualityNote[];
};

/** Analyses one recording by the given capacities, else by those that its device was set to. */
export function analysisReport(
  file: string,
  recorded: RecordedActivity,
  given: AthleteSettings,
  partialReason: string | null,
): AnalysisReport {
  const { settings, notes: borrowed } = settingsWithDevice(recorded, given);
  const analysis = analyzeActivity(recorded, settings);
  const zones = deviceZones(recorded, given, analysis);
  const partial: QualityNote[] =
    partialReason === null ? [] : [{ code: "partial", severity: "warning", text: partialReason }];
  return {
    file,
    sport: recorded.sport,
    subSport: recorded.subSport,
    start: new Date(recorded.startEpochS * 1000).toISOString(),
    utcOffsetS: recorded.utcOffsetS,
    durationS: recorded.timerS,
    elapsedS: recorded.elapsedS,
    distanceM: recorded.distanceM,
    load: analysis.chosenLoad,
    metrics: analysis.metrics,
    timeInZones: { ...analysis.timeInZone, ...zones.timeInZone },
    device: recorded.device,
    deviceValues: recorded.deviceValues,
    notes: [
      ...partial,
      ...uniqueNotes([...recorded.notes, ...analysis.notes]),
      ...borrowed,
      ...zones.notes,
    ],
  };
}

/** Zones by the device's own boundaries, where the caller gave no threshold to build them on. */
function deviceZones(
  { deviceValues }: RecordedActivity,
  given: AthleteSettings,
  { streams }: ActivityAnalysis,
): { timeInZone: ActivityAnalysis["timeInZone"]; notes: QualityNote[] } {
  const { heartRateZoneBoundariesBpm, powerZoneBoundariesW } = deviceValues;
  const { heartRateBpm, powerW } = streams.channels;
  const zones: { heartRate?: TimeInZone; power?: TimeInZone } = {};
  if (given.thresholdHeartRateBpm === null && heartRateZoneBoundariesBpm && heartRateBpm) {
    zones.heartRate = timeInZone(heartRateBpm, streams.timerOn, heartRateZoneBoundariesBpm, "bpm");
  }
  if (given.ftpW === null && powerZoneBoundariesW && powerW) {
    zones.power = timeInZone(powerW, streams.timerOn, powerZoneBoundariesW, "W");
  }
  const words = [zones.heartRate && "heart rate", zones.power && "power"].filter(Boolean);
  if (words.length === 0) return { timeInZone: zones, notes: [] };
  return {
    timeInZone: zones,
    notes: [
      {
        code: "device_zones",
        severity: "info",
        text: `The ${words.join(" and ")} zones have the boundaries that the device was set to.`,
      },
    ],
  };
}

function uniqueNotes(notes: readonly QualityNote[]): QualityNote[] {
  return [...new Map(notes.map((note) => [note.code, note])).values()];
}
