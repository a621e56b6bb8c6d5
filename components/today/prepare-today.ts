import type { Route } from "next";
import { performanceFinding } from "@/components/fitness/performance-finding";
import { preparePerformance } from "@/components/fitness/prepare-performance";
import { linkedWords } from "@/components/insights/linked-words";
import { weekWords } from "@/components/recovery/week-words";
import type { TodayData, TodayMorning } from "@/db/queries/today";
import { formatDay } from "@/lib/dates/format-day";
import { daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { weekBefore } from "@/lib/dates/week-before";
import { workoutOfDay } from "@/lib/training/plan/chosen-workout";
import { isIll } from "@/lib/training/plan/is-ill";
import { EVENING_HOUR } from "@/lib/training/recovery/awaits-check-in";
import { decisionCounterfactual } from "@/lib/training/recovery/decision-counterfactual";
import { asksLastWeek } from "@/lib/training/track-record/asks-last-week";
import { type Freshness, freshnessLine } from "./freshness-line";
import { morningNote } from "./morning-note";
import { prepareBriefing } from "./prepare-briefing";
import { prepareChoices } from "./prepare-choices";
import { prepareFormStrip } from "./prepare-form-strip";
import { prepareNormal } from "./prepare-normal";
import { prepareVerdict } from "./prepare-verdict";
import { prepareWeek } from "./prepare-week";
import { prepareRecommendation } from "./prepare-workout";
import { raceCountdown } from "./race-countdown";
import { type TodayPhase, todayPhase } from "./today-phase";
import { usualSleep } from "./usual-sleep";

const PERFORMANCE_SIZE = { load: 168, form: 76 };

type Clock = {
  readonly now: Date;
  readonly timeZone: string;
  /** The hour on the athlete's clock. */
  readonly hour: number;
  readonly isCheckInSkipped: boolean;
  /** Whether the question about last week was waved off. */
  readonly isWeekSkipped: boolean;
  /** Whether the operator lets a language model be asked. */
  readonly isModelOffered: boolean;
};

export type TodayView = ReturnType<typeof prepareToday>;
export type AnswerView = NonNullable<TodayView["answer"]>;

/** Everything that the screen shows, worked out and in words, and no more than that. */
export function prepareToday(data: TodayData, clock: Clock) {
  const { now, timeZone, hour, isCheckInSkipped } = clock;
  const { day, morning, checkIn, events, units } = data;
  const doneToday = data.activities.filter((one) => one.day === day);
  const isEvening = hour >= EVENING_HOUR;
  const phase: TodayPhase = todayPhase({
    hasData: data.loadSince !== null || data.nights.length > 0,
    hasCheckIn: checkIn !== null,
    isCheckInSkipped,
    hasMorning: morning !== null,
    hasTrained: doneToday.length > 0,
    hasSlept: data.nights.some((night) => isSlept(night, day)),
    hour,
  });
  const isAnswered = phase === "answer" && morning !== null;
  const freshness: Freshness | null = isAnswered
    ? freshnessLine(
        morning,
        checkIn?.createdAt ?? null,
        timeZone,
        morningNote(morning, { now, timeZone }),
      )
    : null;
  return {
    day,
    phase,
    units,
    title: formatDay(day, "full"),
    freshness,
    race: raceCountdown(events, (to) => daysBetween(day, to)),
    events: events.filter((event) => event.fromDay <= day),
    morningMinute: data.morningMinute,
    answer: isAnswered
      ? {
          verdict: prepareVerdict(morning.recovery, morning.decision, checkIn !== null),
          counterfactual: decisionCounterfactual(morning.readiness),
          receipt: `/today/receipt?day=${day}` as Route,
          recommendation: prepareRecommendation(morning, units, !isIllOn(morning)),
          isRest: morning.recommendation.workout === null,
          choices: prepareChoices(morning, data.loads, day, units),
          plannedLoad: workoutOfDay(morning)?.load ?? null,
          response: morning.response,
          doneToday,
        }
      : null,
    strip: prepareFormStrip(data.loads, data.loadSince, day),
    insight: isAnswered ? prepareInsight(data) : null,
    // What it says to do is done then.
    briefing: isAnswered && doneToday.length === 0 ? prepareBriefing(data, morning, clock) : null,
    week: prepareWeek(data.activities, day, data.firstWeekday),
    askedWeek:
      isAnswered && !clock.isWeekSkipped && asksLastWeek(day, data.lastWeek)
        ? weekWords(weekBefore(day))
        : null,
    evening: isEvening ? { usualSleepS: usualSleep(data.nights) } : null,
    performance:
      data.loads.length > 0
        ? {
            model: preparePerformance(data.loads, PERFORMANCE_SIZE),
            finding: performanceFinding(data.loads),
          }
        : null,
    // Last night's values would give the score away before the check-in.
    normal: data.nights.length > 0 && phase !== "check-in" ? prepareNormal(data.nights, day) : null,
  };
}

function prepareInsight({ insight, units }: TodayData) {
  if (insight === null) return null;
  const { title, action } = linkedWords(insight, units);
  return { severity: insight.severity, title, action };
}

function isSlept(night: TodayData["nights"][number], day: LocalDate): boolean {
  return night.day === day && (night.sleepS !== null || night.hrvRmssdMs !== null);
}

/** Mornings of an earlier formula knew no events. */
function isIllOn({ decision, workoutInput }: TodayMorning): boolean {
  return isIll({ decision, events: workoutInput?.events });
}
