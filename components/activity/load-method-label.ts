import type { LoadMethod } from "@/lib/training/activity/activity-types";

/** The way to a load in words; the abbreviation stands on the method pages. */
export const LOAD_METHOD_LABELS: Readonly<Record<LoadMethod, string>> = {
  tss: "power",
  rtss: "pace",
  stss: "swim pace",
  hrss: "heart rate",
  srpe: "felt effort",
  duration: "time only",
};

/** The metric that the load is; those by felt effort and by time are loads alone. */
export const LOAD_METRICS = {
  tss: "trainingStressScore",
  rtss: "rtss",
  stss: "stss",
  hrss: "hrss",
  srpe: "srpe",
  duration: "duration",
} as const satisfies Readonly<Record<LoadMethod, string>>;
