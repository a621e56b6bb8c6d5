import { parseLocalDate } from "../dates/local-date";
import { isTimeZone } from "../dates/zoned-time";
import { GRADED_PACE_MODELS } from "../training/activity/activity-types";
import { UNIT_SYSTEMS } from "../units/unit-system";
import { typedWords } from "./typed-words";
import { z } from "./zod";

export const MAIN_SPORTS = ["cycling", "running", "swimming"] as const;

const EARLIEST_BIRTH_YEAR = 1900;
const NAME_MAX_LENGTH = 80;

const birthDate = z.string().transform((text, ctx) => {
  const day = parseLocalDate(text);
  if (day !== null && Number(day.slice(0, 4)) >= EARLIEST_BIRTH_YEAR) return day;
  ctx.addIssue({ code: "custom", message: "Enter a date of birth, or leave it empty." });
  return z.NEVER;
});

/** Who the athlete is. Null takes a value back. */
export const profileInput = z.object({
  displayName: typedWords()
    .min(1, "Enter your name.")
    .max(NAME_MAX_LENGTH, `Use at most ${NAME_MAX_LENGTH} characters.`),
  sex: z.enum(["m", "f"]).nullable(),
  birthDate: birthDate.nullable(),
  heightM: z
    .number()
    .min(1, "Enter a height from 100 to 250 cm.")
    .max(2.5, "Enter a height from 100 to 250 cm.")
    .nullable(),
  mainSport: z.enum(MAIN_SPORTS),
  gradedPaceModel: z.enum(GRADED_PACE_MODELS),
});
export type ProfileInput = z.infer<typeof profileInput>;

/** How numbers, weeks and mornings are shown; each on its own, none guessed from another. */
export const preferencesInput = z.object({
  units: z.enum(UNIT_SYSTEMS),
  timeZone: z.string().max(64).refine(isTimeZone, { error: "Choose a time zone." }),
  /** 1 = Monday … 7 = Sunday. */
  firstWeekday: z.number().int().min(1).max(7),
  /** Minutes after local midnight. */
  morningMinute: z.number().int().min(0, "Enter a time.").max(1439, "Enter a time."),
});
export type PreferencesInput = z.infer<typeof preferencesInput>;

const MOST_MINUTES = 1440;

/** How long each weekday leaves for training, Monday first; null = no limit, 0 = no training. */
export const timeLimitsInput = z.object({
  weekdayMinutes: z
    .array(
      z
        .number("Enter minutes, or leave it empty.")
        .int("Enter whole minutes.")
        .min(0, "Enter 0 or more minutes.")
        .max(MOST_MINUTES, "A day has 1440 minutes.")
        .nullable(),
    )
    .length(7)
    .refine((minutes) => minutes.some((one) => one !== 0), {
      error: "Leave at least one day for training.",
    }),
});
export type TimeLimitsInput = z.infer<typeof timeLimitsInput>;
