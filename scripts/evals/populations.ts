import type { Population } from "./simulated-athlete";

/** A set of invented athletes: who they are, the seeds they are drawn with, how long things last. */
export type CaseSet = {
  readonly population: Population;
  readonly seedOf: (family: number, athlete: number) => number;
  /** Episodes last so many times as long. */
  readonly stretch: number;
};

/** Six sessions a week, two of them hard. */
export const KNOWN: CaseSet = {
  population: {
    ...{ hrvMs: [38, 90], pulseBpm: [43, 60], sleepH: [7, 8.1], usualLoad: [35, 80] },
    ...{ feel: [3.5, 4.2], week: [0, 1.5, 0.8, 1.4, 0.5, 2, 0.9], hardWeekdays: [1, 3] },
    ...{ noise: 1, effect: 1 },
  },
  seedOf: (family, athlete) => 7919 * family + 104_729 * athlete,
  stretch: 1,
};

/**
 * Others, on whom no rule was ever tried while it was written: five sessions a week of less load,
 * lower HRV, shorter nights, noisier devices, a body that shows less; episodes last longer.
 */
export const HELD_OUT: CaseSet = {
  population: {
    ...{ hrvMs: [24, 65], pulseBpm: [48, 66], sleepH: [6.9, 8], usualLoad: [20, 50] },
    ...{ feel: [3.2, 4], week: [0, 1.3, 0.7, 1.6, 0, 1.9, 0.8], hardWeekdays: [1, 3] },
    ...{ noise: 1.15, effect: 0.85 },
  },
  seedOf: (family, athlete) => 15_485_863 * family + 32_452_843 * athlete,
  stretch: 1.25,
};
