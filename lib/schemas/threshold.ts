import { parseLocalDate } from "../dates/local-date";
import { z } from "./zod";

export const THRESHOLD_SPORTS = ["any", "cycling", "running", "swimming"] as const;
export type ThresholdSport = (typeof THRESHOLD_SPORTS)[number];

type Limits = {
  /** For which sports it may be set; the first is the usual one. */
  readonly sports: readonly [ThresholdSport, ...ThresholdSport[]];
  /** SI, both included: outside of it is a slip of the finger, not an athlete. */
  readonly min: number;
  readonly max: number;
};

/** Every capacity that an athlete can set, in the unit that its name ends with. */
export const THRESHOLD_LIMITS = {
  ftp_w: { sports: ["cycling", "running"], min: 30, max: 700 },
  threshold_hr_bpm: { sports: ["any", "cycling", "running", "swimming"], min: 80, max: 230 },
  max_hr_bpm: { sports: ["any", "cycling", "running", "swimming"], min: 100, max: 240 },
  resting_hr_bpm: { sports: ["any"], min: 25, max: 120 },
  threshold_speed_mps: { sports: ["running"], min: 1, max: 7.5 },
  critical_swim_speed_mps: { sports: ["swimming"], min: 0.3, max: 2.2 },
  weight_kg: { sports: ["any"], min: 25, max: 250 },
} as const satisfies Record<string, Limits>;

export type ThresholdName = keyof typeof THRESHOLD_LIMITS;
export const THRESHOLD_NAMES = Object.keys(THRESHOLD_LIMITS) as [ThresholdName, ...ThresholdName[]];

const day = z.string().transform((text, ctx) => {
  const parsed = parseLocalDate(text);
  if (parsed !== null) return parsed;
  ctx.addIssue({ code: "custom", message: "Enter the day from which it holds." });
  return z.NEVER;
});

/** A capacity from a day on. `value` is SI, whatever the athlete typed. */
export const addThresholdInput = z
  .object({
    kind: z.enum(THRESHOLD_NAMES),
    sport: z.enum(THRESHOLD_SPORTS),
    value: z.number({ error: "Enter a number." }),
    validFrom: day,
  })
  .superRefine(({ kind, sport, value }, ctx) => {
    const { sports, min, max }: Limits = THRESHOLD_LIMITS[kind];
    if (!sports.includes(sport)) {
      ctx.addIssue({ code: "custom", path: ["sport"], message: "Not for this sport." });
    }
    if (value < min || value > max) {
      ctx.addIssue({ code: "custom", path: ["value"], message: "This value cannot be right." });
    }
  });
export type AddThresholdInput = z.output<typeof addThresholdInput>;

/** `suggestedW` is the suggestion as it was shown: another one is not answered by it. */
export const answerFtpInput = z.object({
  suggestedW: z.number().int(),
  answer: z.enum(["use", "keep"]),
});
export type AnswerFtpInput = z.output<typeof answerFtpInput>;

export const removeThresholdInput = z.object({ id: z.uuid() });
