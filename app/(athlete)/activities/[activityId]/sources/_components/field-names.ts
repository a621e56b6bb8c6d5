import type { CombinedField } from "@/lib/training/activity/combine-recordings";

/** What a field is called on the screen. */
export const FIELD_NAMES: Readonly<Record<CombinedField, string>> = {
  clock: "Time and laps",
  power: "Power",
  heartRate: "Heart rate",
  speed: "Speed and distance",
  cadence: "Cadence",
  altitude: "Altitude",
  position: "Track",
  temperature: "Temperature",
};
