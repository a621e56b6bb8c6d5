/**
 * Fills capacities that the athlete has not set with those the recording device was set to.
 * Formula: none, a rule of precedence (the athlete's value always wins) · Valid for that activity only.
 */
import type {
  AthleteSettings,
  DeviceValues,
  QualityNote,
  RecordedActivity,
} from "./activity-types";

type Borrowable = "ftpW" | "thresholdHeartRateBpm" | "maxHeartRateBpm" | "restingHeartRateBpm";

const FROM_DEVICE: readonly {
  setting: Borrowable;
  device: keyof DeviceValues;
  word: string;
  unit: string;
}[] = [
  { setting: "ftpW", device: "ftpW", word: "FTP", unit: "W" },
  {
    setting: "thresholdHeartRateBpm",
    device: "thresholdHeartRateBpm",
    word: "threshold heart rate",
    unit: "bpm",
  },
  {
    setting: "maxHeartRateBpm",
    device: "maxHeartRateSettingBpm",
    word: "maximum heart rate",
    unit: "bpm",
  },
  {
    setting: "restingHeartRateBpm",
    device: "restingHeartRateBpm",
    word: "resting heart rate",
    unit: "bpm",
  },
];

/** FTP of a device counts for cycling only: running watches keep another one under the same field. */
export function settingsWithDevice(
  recorded: Pick<RecordedActivity, "sport" | "deviceValues">,
  settings: AthleteSettings,
): { settings: AthleteSettings; notes: readonly QualityNote[] } {
  const filled: Record<Borrowable, number | null> = {
    ftpW: settings.ftpW,
    thresholdHeartRateBpm: settings.thresholdHeartRateBpm,
    maxHeartRateBpm: settings.maxHeartRateBpm,
    restingHeartRateBpm: settings.restingHeartRateBpm,
  };
  const borrowed: string[] = [];
  for (const { setting, device, word, unit } of FROM_DEVICE) {
    const value = recorded.deviceValues[device];
    if (filled[setting] !== null || typeof value !== "number" || value <= 0) continue;
    if (setting === "ftpW" && recorded.sport !== "cycling") continue;
    filled[setting] = value;
    borrowed.push(`${word} ${Math.round(value)} ${unit}`);
  }
  if (borrowed.length === 0) return { settings, notes: [] };
  return {
    settings: { ...settings, ...filled },
    notes: [
      {
        code: "device_settings",
        severity: "info",
        text: `Computed with what the device was set to: ${borrowed.join(", ")}. Set your own in Settings to use those instead.`,
      },
    ],
  };
}
