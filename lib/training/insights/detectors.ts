/** Every detector, with the family that its finding belongs to and the findings that it explains. */
import { decouplingTrend } from "./decoupling-trend";
import type { Detector } from "./detector-input";
import { detraining } from "./detraining";
import { efficiencyUp } from "./efficiency-up";
import { fastRamp } from "./fast-ramp";
import { feelingLow } from "./feeling-low";
import { fitnessHigh } from "./fitness-high";
import { ftpTooLow } from "./ftp-too-low";
import { greyZone } from "./grey-zone";
import { hardDaysCrowded } from "./hard-days-crowded";
import { hardWhenTired } from "./hard-when-tired";
import { hrvBelowRange } from "./hrv-below-range";
import { illnessPattern } from "./illness-pattern";
import { loadSpike } from "./load-spike";
import { missedKeySessions } from "./missed-key-sessions";
import { nightsMissing } from "./nights-missing";
import { overreaching } from "./overreaching";
import { personalBest } from "./personal-best";
import { raceForm } from "./race-form";
import { restingHrRising } from "./resting-hr-rising";
import { sameEveryDay } from "./same-every-day";
import { sleepShort } from "./sleep-short";
import { sourcesDisagree } from "./sources-disagree";
import { staleThreshold } from "./stale-threshold";
import { timeZoneShift } from "./time-zone-shift";
import { weightFalling } from "./weight-falling";

type Entry = {
  readonly family: "body" | "load" | "capacity" | "habit" | "progress" | "data";
  readonly detect: Detector;
  /** Detectors whose finding says no more beside this one's. */
  readonly explains?: readonly string[];
};

const DETECTORS = {
  "illness-pattern": {
    family: "body",
    detect: illnessPattern,
    explains: ["resting-hr-rising", "hrv-below-range", "feeling-low"],
  },
  overreaching: {
    family: "body",
    detect: overreaching,
    explains: ["resting-hr-rising", "hrv-below-range", "feeling-low", "fast-ramp", "load-spike"],
  },
  "resting-hr-rising": { family: "body", detect: restingHrRising },
  "hrv-below-range": { family: "body", detect: hrvBelowRange },
  "weight-falling": { family: "body", detect: weightFalling },
  "feeling-low": { family: "body", detect: feelingLow },
  "hard-when-tired": { family: "load", detect: hardWhenTired },
  "load-spike": { family: "load", detect: loadSpike, explains: ["fast-ramp"] },
  "fast-ramp": { family: "load", detect: fastRamp },
  "race-form": { family: "load", detect: raceForm },
  "sleep-short": { family: "habit", detect: sleepShort },
  "time-zone-shift": { family: "habit", detect: timeZoneShift },
  "hard-days-crowded": { family: "load", detect: hardDaysCrowded },
  "same-every-day": { family: "load", detect: sameEveryDay },
  "missed-key-sessions": { family: "habit", detect: missedKeySessions },
  "ftp-too-low": { family: "capacity", detect: ftpTooLow, explains: ["stale-threshold"] },
  "grey-zone": { family: "habit", detect: greyZone },
  "decoupling-trend": { family: "capacity", detect: decouplingTrend },
  detraining: { family: "capacity", detect: detraining },
  "stale-threshold": { family: "capacity", detect: staleThreshold },
  "sources-disagree": { family: "data", detect: sourcesDisagree },
  "nights-missing": { family: "data", detect: nightsMissing },
  "personal-best": { family: "progress", detect: personalBest },
  "fitness-high": { family: "progress", detect: fitnessHigh },
  "efficiency-up": { family: "progress", detect: efficiencyUp },
} as const satisfies Record<string, Entry>;

/** In the order of their weight: of two alike in severity the first one is shown first. */
export const DETECTOR_ENTRIES: readonly (Entry & { readonly name: string })[] = Object.entries(
  DETECTORS,
).map(([name, entry]) => ({ name, ...entry }));
