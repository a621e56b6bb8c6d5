/**
 * The six intensities that workouts are made of, as shares of the athlete's threshold.
 * PLN-11: power of FTP, speed of threshold or critical swim speed, heart rate of LTHR, CR10.
 * Reference: each range lies inside one zone of power-zones and pace-zones; the widths are a convention.
 * Valid: heart rate is no guide for efforts under two minutes (null at the top).
 */
export const INTENSITY_LEVELS = [
  "recovery",
  "endurance",
  "tempo",
  "threshold",
  "vo2max",
  "anaerobic",
] as const;
export type IntensityLevel = (typeof INTENSITY_LEVELS)[number];

type Range = readonly [low: number, high: number];

export type LevelRanges = {
  readonly zone: number;
  readonly power: Range;
  readonly runSpeed: Range;
  readonly swimSpeed: Range;
  readonly heartRate: Range | null;
  readonly rpe: Range;
};

export const LEVEL_RANGES: Record<IntensityLevel, LevelRanges> = {
  recovery: {
    zone: 1,
    power: [0.45, 0.54],
    runSpeed: [0.68, 0.78],
    swimSpeed: [0.82, 0.9],
    heartRate: [0.65, 0.79],
    rpe: [1, 2],
  },
  endurance: {
    zone: 2,
    power: [0.6, 0.73],
    runSpeed: [0.8, 0.86],
    swimSpeed: [0.93, 0.96],
    heartRate: [0.82, 0.89],
    rpe: [3, 4],
  },
  tempo: {
    zone: 3,
    power: [0.78, 0.88],
    runSpeed: [0.88, 0.94],
    swimSpeed: [0.97, 0.985],
    heartRate: [0.9, 0.93],
    rpe: [5, 6],
  },
  threshold: {
    zone: 4,
    power: [0.94, 1.02],
    runSpeed: [0.96, 1.02],
    swimSpeed: [0.99, 1.01],
    heartRate: [0.95, 0.99],
    rpe: [7, 8],
  },
  vo2max: {
    zone: 5,
    power: [1.08, 1.17],
    runSpeed: [1.06, 1.13],
    swimSpeed: [1.03, 1.07],
    heartRate: null,
    rpe: [8, 9],
  },
  anaerobic: {
    zone: 6,
    power: [1.25, 1.4],
    runSpeed: [1.2, 1.28],
    swimSpeed: [1.1, 1.16],
    heartRate: null,
    rpe: [9, 10],
  },
};
