import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { decided } from "@/tests/support/any-athlete";
import { TRAINED } from "@/tests/support/trained-athlete";
import { recommendWorkout } from "../plan/recommend-workout";
import type { RecommendedWorkout } from "../plan/workout-types";
import { recoveryScore } from "../recovery/recovery-score";
import { dailyBriefing } from "./daily-briefing";
import type { DayTold } from "./day-said";

const HARD = recommendWorkout(TRAINED).workout as RecommendedWorkout;
const EASY = { ...HARD, title: "Easy run", intensity: "easy" } as const;
const SYMPTOMS = { name: "symptoms", colour: "red", value: 1, threshold: "", text: "" } as const;

const DECISIONS = [
  ["go", "none"],
  ...(["none", "volume", "intensity", "both"] as const).map((cut) => ["ease", cut] as const),
  ["rest", "both"],
] as const;
const RESPONSES = [null, "accepted", "kept", "swapped", "skipped"] as const;
const EVENTS = [false, true].flatMap((isIll) =>
  [false, true].flatMap((isInjured) =>
    [0, 3].map((easyDaysLeft) => ({ isIll, isInjured, easyDaysLeft })),
  ),
);

/** Every combination of what can be decided, told and chosen of a day. */
const DAYS: DayTold[] = DECISIONS.flatMap(([of, cut]) =>
  [null, EASY, HARD].flatMap((workout) =>
    RESPONSES.flatMap((response) =>
      EVENTS.flatMap((events) =>
        [[], [SYMPTOMS]].map((signals) => {
          return { decision: { ...decided(of, cut), signals }, workout, response, events };
        }),
      ),
    ),
  ),
);

const isIllOn = ({ decision, events }: DayTold) =>
  events?.isIll === true || decision.signals.length > 0;
const isOffOn = ({ workout, response }: DayTold) => workout === null || response === "skipped";

type Words = ReturnType<typeof brief>;

/** On which days which words have to be so. */
const RULES: readonly [
  string,
  when: (told: DayTold) => boolean,
  holds: (words: Words, told: DayTold) => boolean,
][] = [
  [
    "an illness is said, and nothing is asked",
    isIllOn,
    ({ text, action, severity }) =>
      text.includes("You told of an illness: no training") &&
      action === "Rest until it is over." &&
      severity === "warning",
  ],
  [
    "nothing speaks against only where nothing does",
    ({ decision, events }) =>
      decision.decision !== "go" || events?.isInjured === true || (events?.easyDaysLeft ?? 0) > 0,
    ({ text, severity }) => !text.includes("Nothing speaks against") && severity !== "notice",
  ],
  [
    "a day off asks for no session",
    (told) => isOffOn(told) && !isIllOn(told),
    ({ action }) => action.startsWith("Rest, "),
  ],
  [
    "a session is asked for by its name",
    (told) => !isOffOn(told) && !isIllOn(told),
    ({ text, action }, { workout }) =>
      action.includes(workout?.title ?? "?") && !/Nothing is asked|would not help/.test(text),
  ],
  [
    "an injury is said of a session",
    (told) => !isOffOn(told) && !isIllOn(told) && told.events?.isInjured === true,
    ({ text }) => text.includes("You told of an injury"),
  ],
  [
    "what is kept is as long and as hard as it was",
    ({ response }) => response === "kept",
    ({ text }) => !/shorter|easier than/.test(text),
  ],
  [
    "ready means go",
    () => true,
    ({ title }, { decision, response }) =>
      !title.startsWith("Ready") || (decision.decision === "go" && response !== "skipped"),
  ],
  [
    "ready for a hard one means a hard one",
    () => true,
    ({ title }, { workout }) =>
      title !== "Ready for a hard session" || workout?.intensity === "hard",
  ],
];

const brief = (told: DayTold) =>
  dailyBriefing({
    ...{ day: localDate("2026-11-22"), load: null, ...told },
    recovery: recoveryScore({
      ...{ hrvMs: null, hrvBaseline: { mean: null, days: 0 }, restingHrBpm: null },
      ...{ restingHrBaseline: { mean: null, days: 0 }, sleepS: null, sleepQuality: null },
      ...{ stressAvg: null, startOfDayAcwr: null },
    }),
  });

describe("a morning's words, whatever was decided, told and chosen", () => {
  it.each(RULES)("%s", (_, when, holds) => {
    const days = DAYS.filter(when);
    expect(days.length).toBeGreaterThan(50);
    for (const told of days) {
      const words = brief(told);
      const { title, text, action } = words;
      expect(holds(words, told), JSON.stringify({ told, title, text, action })).toBe(true);
    }
  });

  it("knows of a morning that was answered before any of it was told", () => {
    const told = { decision: decided("go"), workout: HARD };
    expect(brief(told).text).toContain("Nothing speaks against training.");
  });
});
