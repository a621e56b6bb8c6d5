/**
 * Who the athlete is as an athlete, in a few lines worked out by rules: goals, capacities, how long
 * training is known, a usual week, what holds back, what is strong. No model writes any of it.
 */
import { formatDay } from "@/lib/dates/format-day";
import { addDays, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";
import { formatHours } from "@/lib/units/format-hours";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { FactsEvent } from "../facts-types";
import { showFact } from "../show-fact";
import type { Remembered } from "./memory-edits";

export const PROFILE_WEEKS = 12;
const WEEK = 7;
const MONTH = 30.44;
const MOST_GOALS = 3;
/** Of twelve weeks: regular enough to be called a strength. */
const MIN_TRAINED_WEEKS = 11;

export type ProfileInput = {
  readonly day: LocalDate;
  readonly units: UnitSystem;
  /** Touching the day, and to come. */
  readonly events: readonly (Pick<FactsEvent, "kind" | "fromDay" | "toDay"> & {
    readonly id: string;
    readonly title: string;
  })[];
  /** Those that hold. */
  readonly capacities: readonly {
    readonly kind: "ftp_w" | "threshold_speed_mps" | "critical_swim_speed_mps" | "threshold_hr_bpm";
    readonly value: number;
    readonly validFrom: LocalDate;
    readonly source: "athlete" | "device" | "estimate";
  }[];
  /** The first day of training that is known; null before the first activity. */
  readonly trainedSince: LocalDate | null;
  /** Of the twelve weeks before the day, the day itself left out. */
  readonly activities: readonly {
    readonly day: LocalDate;
    readonly sport: string;
    readonly timerS: number;
  }[];
};

export function athleteProfile(input: ProfileInput): Remembered[] {
  return [
    ...goals(input),
    ...capacityLines(input),
    ...trainingAge(input),
    ...usualWeek(input),
    ...constraints(input),
    ...strengths(input),
  ];
}

function goals({ events, day }: ProfileInput): Remembered[] {
  return events
    .filter(({ kind, fromDay }) => kind === "race" && fromDay >= day)
    .slice(0, MOST_GOALS)
    .map(({ id, title, fromDay }) => ({
      id: `goal:${id}`,
      title: "Goal",
      text: `${title}, ${formatDay(fromDay, "short")}: ${toGo(daysBetween(day, fromDay))}`,
      source: "From what you have told",
      facts: [],
    }));
}

const CAPACITIES = {
  ftp_w: { title: "FTP", unit: "W", factId: "ftp.current" },
  threshold_speed_mps: { title: "Threshold pace", unit: "m/s", factId: "threshold-pace.current" },
  critical_swim_speed_mps: {
    title: "Critical swim speed",
    unit: "m/s",
    factId: "swim-pace.current",
  },
  threshold_hr_bpm: { title: "Threshold heart rate", unit: "bpm", factId: "threshold-hr.current" },
} as const;
const SOURCES = { athlete: "Set by you", device: "From a device", estimate: "Estimated" } as const;

function capacityLines({ capacities, units }: ProfileInput): Remembered[] {
  return capacities.map(({ kind, value, validFrom, source }) => {
    const { title, unit, factId } = CAPACITIES[kind];
    const fact = { id: factId, label: title, value, unit, fromDay: validFrom, toDay: validFrom };
    return {
      ...{ id: `capacity:${kind}`, title, source: SOURCES[source] },
      text: `${showFact(fact, units)}, since ${formatDay(validFrom, "compact")}`,
      facts: [fact],
    };
  });
}

function trainingAge({ trainedSince, day }: ProfileInput): Remembered[] {
  if (trainedSince === null) return [];
  const months = Math.floor(daysBetween(trainedSince, day) / MONTH);
  const known = months < 1 ? "less than a month" : months === 1 ? "1 month" : `${months} months`;
  return [
    {
      ...{ id: "training-age", title: "Training known", source: "From your first activity here" },
      text: `For ${known}, since ${formatDay(trainedSince, "compact")}`,
      facts: [
        {
          ...{ id: "training-known.days", label: "Days since your first activity here" },
          ...{ value: daysBetween(trainedSince, day), unit: "days" },
          ...{ fromDay: trainedSince, toDay: day },
        },
      ],
    },
  ];
}

function usualWeek({ activities, day }: ProfileInput): Remembered[] {
  if (activities.length === 0) return [];
  const time = activities.reduce((sum, { timerS }) => sum + timerS, 0) / PROFILE_WEEKS;
  const counts = new Map<string, number>();
  for (const { sport } of activities) counts.set(sport, (counts.get(sport) ?? 0) + 1);
  const sports = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_GOALS)
    .map(([sport, count]) => `${sport.replaceAll("_", " ")} ${perWeek(count)}`);
  return [
    {
      ...{ id: "usual-week", title: "A usual week", source: source(activities.length) },
      text: `${perWeek(activities.length)} sessions and ${formatHours(time)}: ${sports.join(", ")}`,
      facts: [
        ...(activities.length >= PROFILE_WEEKS
          ? [
              ofWeeks(
                day,
                "sessions.usual-week",
                "Sessions in a usual week",
                mean(activities),
                "count",
              ),
            ]
          : []),
        ofWeeks(day, "duration.usual-week", "Training time of a usual week", time, "s"),
      ],
    },
  ];
}

function constraints({ events, day }: ProfileInput): Remembered[] {
  return events
    .filter(
      ({ kind, fromDay, toDay }) =>
        (kind === "injury" || kind === "illness") && fromDay <= day && toDay >= day,
    )
    .map(({ id, kind, title, fromDay }) => ({
      id: `constraint:${id}`,
      title: kind === "injury" ? "Injury" : "Illness",
      text: `${title}, since ${formatDay(fromDay, "short")}`,
      source: "From what you have told",
      facts: [],
    }));
}

function strengths({ activities, day }: ProfileInput): Remembered[] {
  const weeks = new Set(
    activities.map((one) => Math.floor((daysBetween(one.day, day) - 1) / WEEK)),
  );
  const lines: Remembered[] = [];
  if (weeks.size >= MIN_TRAINED_WEEKS) {
    lines.push({
      ...{ id: "strength:regular", title: "Strength", source: source(activities.length) },
      text: `Regular: training in ${weeks.size} of the last ${PROFILE_WEEKS} weeks`,
      facts: [
        ofWeeks(day, "trained-weeks.count", "Weeks with training, of 12", weeks.size, "count"),
      ],
    });
  }
  const longest = Math.max(0, ...activities.map(({ timerS }) => timerS));
  if (longest > 0) {
    lines.push({
      ...{ id: "longest", title: "Longest session", source: source(activities.length) },
      text: `${formatHours(longest)} in the last ${PROFILE_WEEKS} weeks`,
      facts: [ofWeeks(day, "longest.session", "Longest session of 12 weeks", longest, "s")],
    });
  }
  return lines;
}

/** Of the weeks before the day. */
function ofWeeks(day: LocalDate, id: string, label: string, value: number, unit: FactUnit): Fact {
  const toDay = addDays(day, -1);
  return { id, label, value, unit, fromDay: addDays(day, -WEEK * PROFILE_WEEKS), toDay };
}

function mean({ length }: ProfileInput["activities"]): number {
  return Math.round(length / PROFILE_WEEKS);
}

function perWeek(count: number): string {
  const mean = count / PROFILE_WEEKS;
  return mean >= 1 || mean === 0 ? String(Math.round(mean)) : "less than 1";
}

function source(activities: number): string {
  return `From ${activities} activities of ${PROFILE_WEEKS} weeks`;
}

function toGo(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "1 day to go" : `${days} days to go`;
}
