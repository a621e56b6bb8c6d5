/** Invented athletes by what is true of them: what has to be found, and what may be told beside it. */
import { seededRandom } from "@/db/seed/seeded-random";
import type { Decision } from "@/lib/training/recovery/recovery-types";
import type { CaseSet } from "./populations";
import { type DayTruth, ORDINARY, type Population } from "./simulated-athlete";

export type DetectorCase = {
  readonly name: string;
  readonly seed: number;
  readonly population: Population;
  readonly truthOf: (daysAgo: number) => DayTruth;
  /** Each has to be found; of a list within it one is enough. */
  readonly expected: readonly (readonly string[])[];
  /** True of the athlete as well, so no false alarm, but nothing that has to be said. */
  readonly allowed: readonly string[];
  /** What somebody who knows the truth would answer this morning; null where opinions differ. */
  readonly decisions: readonly Decision[] | null;
  /** After a night under seven hours easing is as right: it takes volume away, as a taper does. */
  readonly mayEaseWhenShort?: true;
  readonly raceInDays?: number;
  readonly isBreakLogged?: boolean;
  /** A second device on the last nights, with its pulse so much higher; it becomes the one that counts. */
  readonly otherDevice?: { readonly nights: number; readonly higherBpm: number };
  readonly hasNewBest?: boolean;
};

type Family = Omit<DetectorCase, "name" | "seed" | "population" | "truthOf"> & {
  readonly truth: (daysAgo: number, vary: number) => Partial<DayTruth>;
};

const OF_EACH = 10;
const CARE: readonly Decision[] = ["ease", "rest"];
const LOAD_NEWS = ["load-spike", "fast-ramp", "same-every-day", "fitness-high"];
/** `vary` is 0-1, another one for each athlete of a family. */
const FAMILIES: Readonly<Record<string, Family>> = {
  steady: { truth: () => ({}), expected: [], allowed: [], decisions: ["go"] },
  "one bad night": {
    truth: (ago) => (ago === 0 ? { badNight: 1, sleepLostH: 1 } : {}),
    expected: [],
    allowed: [],
    decisions: CARE,
  },
  overreaching: {
    truth: (ago, vary) =>
      ago < 20 ? { training: 1.7 + 0.4 * vary, overreached: Math.min(1, (20 - ago) / 14) } : {},
    expected: [["overreaching"]],
    allowed: [...LOAD_NEWS, "resting-hr-rising", "hrv-below-range", "feeling-low"],
    decisions: CARE,
  },
  "illness coming": {
    truth: (ago, vary) => (ago < 3 ? { ill: 0.7 + 0.3 * vary - 0.15 * ago, training: 1 } : {}),
    expected: [["illness-pattern"]],
    allowed: ["resting-hr-rising", "hrv-below-range", "feeling-low"],
    decisions: CARE,
  },
  tapering: {
    truth: (ago, vary) => (ago < 11 ? { training: 0.55 - 0.1 * vary } : {}),
    expected: [],
    allowed: ["race-form"],
    decisions: ["go"],
    mayEaseWhenShort: true,
    raceInDays: 3,
  },
  "returning, carefully": {
    truth: (ago, vary) => ({
      training: ago > 35 ? 1 : ago > 13 ? 0 : ago > 6 ? 0.3 + 0.1 * vary : 0.4 + 0.1 * vary,
    }),
    expected: [],
    allowed: ["load-spike"],
    decisions: ["go"],
    isBreakLogged: true,
  },
  "returning, too fast": {
    truth: (ago, vary) => ({ training: ago > 35 ? 1 : ago > 6 ? 0.25 : 1.1 + 0.3 * vary }),
    expected: [["load-spike"]],
    allowed: [...LOAD_NEWS, "overreaching", "detraining"],
    decisions: null,
    isBreakLogged: true,
  },
  improving: {
    truth: (ago, vary) => ({
      training: 1 + 0.25 * (1 - Math.min(126, ago) / 126),
      betterBy: (0.08 + 0.04 * vary) * (1 - Math.min(84, ago) / 84),
    }),
    expected: [["efficiency-up"], ["personal-best"]],
    allowed: ["fitness-high"],
    decisions: ["go"],
    hasNewBest: true,
  },
  "missing nights": {
    truth: (ago) => ({ isMeasured: ago > 5 }),
    expected: [["nights-missing"]],
    allowed: [],
    decisions: null,
  },
  "no nights at all": {
    truth: () => ({ isMeasured: false }),
    expected: [],
    allowed: [],
    decisions: ["go"],
  },
  "contradictory sources": {
    truth: () => ({}),
    expected: [["sources-disagree"]],
    allowed: [],
    decisions: null,
    otherDevice: { nights: 10, higherBpm: 8 },
  },
  "short nights": {
    truth: (ago, vary) => (ago < 15 ? { sleepLostH: 1.3 + 0.5 * vary } : {}),
    expected: [["sleep-short"]],
    allowed: ["feeling-low"],
    decisions: null,
  },
  "stopped training": {
    truth: (ago) => ({ training: ago < 21 ? 0.1 : 1 }),
    expected: [["detraining"]],
    allowed: [],
    decisions: ["go"],
  },
  "across time zones": {
    truth: (ago, vary) =>
      ago < 3 ? { utcOffsetH: vary > 0.5 ? 9 : -7, sleepLostH: 1.2, training: 0.6 } : {},
    expected: [["time-zone-shift"]],
    allowed: [],
    decisions: null,
  },
};

export function detectorCases({ population, seedOf, stretch }: CaseSet): DetectorCase[] {
  return Object.entries(FAMILIES).flatMap(([name, { truth, ...family }], at) =>
    Array.from({ length: OF_EACH }, (_, i) => {
      const seed = seedOf(at + 1, i + 1);
      const vary = seededRandom(seed).next();
      const truthOf = (ago: number) => ({ ...ORDINARY, ...truth(ago / stretch, vary) });
      return { ...family, name: `${name} ${i + 1}`, seed, population, truthOf };
    }),
  );
}
