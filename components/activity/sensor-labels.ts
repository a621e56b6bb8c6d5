import type { Sensor } from "@/lib/training/activity/activity-edit";

export const SENSOR_LABELS: Readonly<Record<Sensor, string>> = {
  power: "Power",
  heart_rate: "Heart rate",
  cadence: "Cadence",
  speed: "Speed and distance",
  altitude: "Altitude",
  position: "Position",
  temperature: "Temperature",
};
