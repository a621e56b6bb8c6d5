import type { AthleteSettings } from "../activity/activity-types";
import type { Sport } from "../activity/sports";
import type { ReadinessDecision, RecoveryScore } from "../recovery/recovery-types";
import type { Daylight } from "./daylight";
import type { RaceGoal } from "./race-goal";
import type { Season } from "./season-phase";
import type { EnduranceSport } from "./template-types";

/** What the athlete has done lately in one sport; a run is never planned from rides. */
export type RecentVolume = {
  /** Sessions in the last 28 days. */
  readonly sessions28: number;
  /** Median session of the last 28 days; null without sessions. */
  readonly typicalDurationS: number | null;
  /** Longest session of the last 30 days. */
  readonly longestDurationS: number | null;
  /** Mean of the last four weeks. */
  readonly weeklyDurationS: number;
  readonly daysSinceLong: number | null;
  readonly daysSinceLast: number | null;
  /** Of the last 28 days; null without a hard one. */
  readonly daysSinceHard: number | null;
  /** CTL of this sport today minus seven days ago; null while unknown. */
  readonly ramp: number | null;
  /** Time easy, moderate and hard in the last 28 days; null where no zones are known. */
  readonly threeZonesS: readonly [number, number, number] | null;
  /** Median minute of the day at which sessions of the last 28 days began; null below three, absent where nobody looked. */
  readonly usualStartMinute?: number | null;
  /** Absent where nobody counts weeks: then no volume is too much. */
  readonly week?: WeekVolume;
};

/** Seconds trained in the six days before today, and in the seven before those. */
export type WeekVolume = { readonly doneS: number; readonly beforeS: number };

export type TrainedSport = {
  readonly sport: EnduranceSport;
  readonly volume: RecentVolume;
  /** Thresholds of the day, for this sport. */
  readonly settings: AthleteSettings;
};

/** Fitness and fatigue at the end of yesterday, and fitness a week before the end of today. */
export type LoadState = {
  readonly ctl: number;
  readonly atl: number;
  readonly ctlWeekAgo: number;
};

/** How warm the air was at the last session that a weather service knows, one week back at most. */
export type Heat = { readonly temperatureC: number; readonly daysAgo: number };

/** What the athlete has told of the day: days are counted with today as one. */
export type DayEvents = {
  readonly isIll: boolean;
  /** Easy days that are still left after an illness, one for each day of it. */
  readonly easyDaysLeft: number;
  readonly isInjured: boolean;
  /** Sports that an injury forbids; absent where the athlete has not said: then running. */
  readonly forbidden?: readonly Sport[];
  /** The first day of a journey. */
  readonly isTravelDay: boolean;
};

export type RecommendationInput = {
  readonly decision: ReadinessDecision;
  readonly recovery: RecoveryScore | null;
  /** The main sport first, then the others that are trained regularly. */
  readonly sports: readonly [TrainedSport, ...TrainedSport[]];
  /** This morning's form, all sports; null while unknown. */
  readonly tsb: number | null;
  /** Null until six weeks of load are known: before, a ramp says nothing. */
  readonly load: LoadState | null;
  /** Hours from the beginning of each hard session of the last seven days, of any sport, to when today's usually would. */
  readonly hardSessionsHoursAgo: readonly number[];
  /** When sessions of the last four weeks began, as minutes of the athlete's day, in the median; null or absent while unknown. */
  readonly usualStartMinute?: number | null;
  /** Null when the athlete does no strength training. */
  readonly daysSinceStrength: number | null;
  /** Days without any training that the last week came after or goes on with; 0 below seven. */
  readonly daysOff: number;
  readonly season: Season;
  /** What the race ahead asks of the training; null or absent where nobody has told its sport. */
  readonly goal?: RaceGoal | null;
  readonly events: DayEvents;
  /** What weekday and calendar leave; null = no limit known, 0 = a day without training. */
  readonly availableS: number | null;
  /** Of the last sessions out of doors; null or absent where no weather service was asked. */
  readonly heat?: Heat | null;
  /** Since a ride and a run on one day; null or absent without one in the last weeks. */
  readonly daysSinceBrick?: number | null;
  /** Where the athlete trained last; null where that is not known. */
  readonly daylight: Daylight | null;
  /** Days since 1970-01-01 of the athlete's day: turns the library's pages. */
  readonly dayNumber: number;
};
