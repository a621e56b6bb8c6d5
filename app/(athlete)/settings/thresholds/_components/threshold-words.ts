import type { ThresholdName, ThresholdSport } from "@/lib/schemas/threshold";

/** What each capacity is called, and what it is good for. In the order of the page. */
export const THRESHOLD_WORDS: Record<
  ThresholdName,
  { readonly label: string; readonly purpose: string; readonly example: string }
> = {
  ftp_w: {
    label: "FTP",
    purpose: "The power that you hold for about an hour. Gives power load and power zones.",
    example: "250",
  },
  threshold_hr_bpm: {
    label: "Threshold heart rate",
    purpose: "Average of the last 20 minutes of a hard half hour alone. Gives heart rate zones.",
    example: "170",
  },
  max_hr_bpm: {
    label: "Maximum heart rate",
    purpose: "The highest that you have really seen. Gives load by heart rate.",
    example: "188",
  },
  resting_hr_bpm: {
    label: "Resting heart rate",
    purpose: "Lying down, after waking. Gives load by heart rate.",
    example: "48",
  },
  threshold_speed_mps: {
    label: "Threshold pace",
    purpose: "The pace that you hold for about an hour. Gives run load and pace zones.",
    example: "4:30",
  },
  critical_swim_speed_mps: {
    label: "Critical swim speed",
    purpose: "From a 400 m and a 200 m trial. Gives swim load and swim zones.",
    example: "1:40",
  },
  weight_kg: {
    label: "Weight",
    purpose: "For power per kilogram. Weights from a scale are kept as they come.",
    example: "70",
  },
};

export const SPORT_WORDS: Record<ThresholdSport, string> = {
  any: "Every sport",
  cycling: "Cycling",
  running: "Running",
  swimming: "Swimming",
};
