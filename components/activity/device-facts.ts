import type { DeviceValues } from "@/lib/training/activity/activity-types";

/** The device's own value of one of our metrics, in our unit; null when it has none. */
export function deviceMetric(name: string, device: DeviceValues): number | null {
  const value = DEVICE_METRICS[name]?.(device);
  return value === undefined || !Number.isFinite(value) || value === 0 ? null : value;
}

/** Ours against the device's, "+1.2 %"; nothing where either is missing. */
export function deviceDifference(own: number | null, device: number | null): string {
  if (own === null || device === null) return "";
  const percent = (own / device - 1) * 100;
  const text = Math.abs(percent).toFixed(1);
  if (text === "0.0") return "same";
  return `${percent > 0 ? "+" : "−"}${text} %`;
}

const DEVICE_METRICS: Readonly<Record<string, (device: DeviceValues) => number | undefined>> = {
  normalizedPower: (device) => device.normalizedPowerW,
  avgSpeed: (device) => device.avgSpeedMps,
  maxSpeed: (device) => device.maxSpeedMps,
  avgPower: (device) => device.avgPowerW,
  maxPower: (device) => device.maxPowerW,
  trainingStressScore: (device) => device.trainingStressScore,
  intensityFactor: (device) => device.intensityFactor,
  avgHeartRate: (device) => device.avgHeartRateBpm,
  maxHeartRate: (device) => device.maxHeartRateBpm,
  avgCadence: (device) => device.avgCadenceRpm,
  ascent: (device) => device.ascentM,
  descent: (device) => device.descentM,
  workKj: (device) => (device.workJ === undefined ? undefined : device.workJ / 1000),
};

export type DeviceFact = { readonly label: string; readonly text: string };

/** What the device worked out in ways of its own; shown, never mixed into our numbers. */
export function deviceFacts(device: DeviceValues): DeviceFact[] {
  const whole = (unit: string) => (value: number) => `${Math.round(value)} ${unit}`.trim();
  const tenth = (value: number) => value.toFixed(1);
  const facts: [string, number | undefined, (value: number) => string][] = [
    ["Aerobic training effect", device.aerobicTrainingEffect, tenth],
    ["Anaerobic training effect", device.anaerobicTrainingEffect, tenth],
    ["Device load", device.trainingLoad, whole("")],
    ["Energy", device.energyKcal, whole("kcal")],
    ["Ground contact", device.groundContactMs, whole("ms")],
    [
      "Ground contact, left and right",
      device.groundContactBalancePercent,
      (left) => `${left.toFixed(1)} % and ${(100 - left).toFixed(1)} %`,
    ],
    ["Vertical oscillation", device.verticalOscillationMm, (mm) => `${(mm / 10).toFixed(1)} cm`],
    ["Vertical ratio", device.verticalRatioPercent, (percent) => `${percent.toFixed(1)} %`],
    ["Step length", device.stepLengthMm, (mm) => `${(mm / 1000).toFixed(2)} m`],
    ["FTP setting", device.ftpW, whole("W")],
    ["Threshold heart rate setting", device.thresholdHeartRateBpm, whole("bpm")],
    ["Maximum heart rate setting", device.maxHeartRateSettingBpm, whole("bpm")],
    ["Resting heart rate setting", device.restingHeartRateBpm, whole("bpm")],
  ];
  return facts.flatMap(([label, value, say]) =>
    value === undefined || !(value > 0) ? [] : [{ label, text: say(value) }],
  );
}
