import { FACT_UNITS, FINDING_SEVERITIES } from "@/lib/training/insights/finding";
import { BODY_PARTS, FORBIDDABLE } from "@/lib/training/plan/injuries";
import { RACE_PRIORITIES, RACE_SPORTS } from "@/lib/training/plan/race-priority";
import { typedWords } from "./typed-words";
import { z } from "./zod";

const TITLE_CHARACTERS = 120;
const MOST_RACE_M = 1_000_000;

/** Something that explains days, from one day to another, both included. */
export const contextInput = z
  .object({
    kind: z.enum(["illness", "injury", "travel", "race", "holiday", "note"]),
    title: typedWords().min(1, "Say in a few words what it is.").max(TITLE_CHARACTERS),
    fromDay: z.iso.date(),
    toDay: z.iso.date(),
    /** How much a race counts: A is built for, B prepared for, C trained through. */
    priority: z.enum(RACE_PRIORITIES).nullish(),
    /** What a race is in, and over how many metres: what the training before it is for. */
    raceSport: z.enum(RACE_SPORTS).nullish(),
    raceDistanceM: z.number().positive().max(MOST_RACE_M, "A race is at most 1000 km.").nullish(),
    /** Where an injury is. */
    bodyPart: z.enum(BODY_PARTS).nullish(),
    /** Sports that an injury forbids; null leaves running out. */
    forbidden: z.array(z.enum(FORBIDDABLE)).max(FORBIDDABLE.length).nullish(),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    message: "The last day cannot be before the first.",
  });
export type ContextInput = z.infer<typeof contextInput>;

const THUMBS = ["up", "down", "none"] as const;

/** From the two buttons of a form: the one that is pressed already says "none". */
export const insightRatingForm = z
  .instanceof(FormData)
  .transform((form) => ({
    insightId: String(form.get("insightId") ?? ""),
    feedback: String(form.get("feedback") ?? "") as (typeof THUMBS)[number],
  }))
  .pipe(
    z.object({
      insightId: z.uuid(),
      feedback: z.enum(THUMBS).transform((thumb) => (thumb === "none" ? null : thumb)),
    }),
  );

/** What is to be put into better words: a day's answer, or an activity. */
export const wordsForm = z
  .instanceof(FormData)
  .transform((form) => Object.fromEntries(form))
  .pipe(
    z.union([
      z.object({ day: z.iso.date() }).transform(({ day }) => ({ day })),
      z.object({ activityId: z.uuid() }).transform(({ activityId }) => ({ activityId })),
    ]),
  );
export type WordsInput = z.infer<typeof wordsForm>;

const instant = z.date().transform((date) => date.toISOString());

/** A finding in somebody's words, and what they rest on. */
const told = z.object({
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  detector: z.string(),
  formula: z.string(),
  severity: z.enum(FINDING_SEVERITIES),
  sport: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  action: z.string(),
  writtenBy: z.enum(["rules", "model"]),
  evidence: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: z.number(),
      unit: z.enum(FACT_UNITS),
      fromDay: z.iso.date(),
      toDay: z.iso.date(),
    }),
  ),
  feedback: z.enum(["up", "down"]).nullable(),
});

const insight = told.extend({
  id: z.uuid(),
  kind: z.enum(["weekly", "daily", "briefing", "debrief"]),
  createdAt: instant,
  validUntil: instant,
});

/** Made anew whenever it is asked for; only a model's words are kept, and have an id. */
const briefing = told.extend({ id: z.uuid().nullable() });

/** The morning, and what holds now, the weightiest first. */
export const insightsBody = z.object({ briefing: briefing.nullable(), items: z.array(insight) });
export const contextBody = z.object({ id: z.uuid(), insightsEnded: z.number() });
export const evaluatedBody = z.object({ ended: z.number(), written: z.number() });
