import { SENSORS } from "@/lib/training/activity/activity-edit";
import { LOAD_METHODS } from "@/lib/training/activity/activity-types";
import { SPORTS } from "@/lib/training/activity/sports";
import { TITLE_MAX_LENGTH } from "./activity";
import { typedWords } from "./typed-words";
import { z } from "./zod";

export const REMARK_MAX_LENGTH = 2000;
/** Shorter stretches change no number that anyone reads. */
const SHORTEST_STRETCH_S = 1;

const stretch = z
  .object({
    fromS: z.number().int().min(0).max(10_000_000),
    toS: z.number().int().min(0).max(10_000_000),
  })
  .refine(({ fromS, toS }) => toS - fromS >= SHORTEST_STRETCH_S, {
    path: ["toS"],
    message: "The end must be after the beginning.",
  });

const MOST_BOUTS = 200;
const bouts = z
  .array(stretch)
  .max(MOST_BOUTS)
  .refine((all) => all.every(({ fromS }, i) => fromS >= (all[i - 1]?.toS ?? 0)), {
    message: "Two intervals overlap. Give times that lie beside the others.",
  })
  .readonly();

const rating = (max: number) => z.number().int().min(1).max(max).nullable();

export const activityEdit = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("title"),
    value: typedWords()
      .min(1, "Give the activity a title.")
      .max(TITLE_MAX_LENGTH, `Keep the title under ${TITLE_MAX_LENGTH} characters.`),
  }),
  z.object({ kind: z.literal("sport"), value: z.enum(SPORTS) }),
  z.object({ kind: z.literal("effort"), value: rating(10) }),
  z.object({ kind: z.literal("feel"), value: rating(5) }),
  z.object({
    kind: z.literal("remark"),
    value: typedWords()
      .max(REMARK_MAX_LENGTH, `Keep the note under ${REMARK_MAX_LENGTH} characters.`)
      .transform((text) => (text === "" ? null : text))
      .nullable(),
  }),
  z.object({ kind: z.literal("load_method"), value: z.enum(LOAD_METHODS).nullable() }),
  z.object({ kind: z.literal("exclude"), value: stretch }),
  z.object({ kind: z.literal("ignore_sensor"), value: z.enum(SENSORS) }),
  z.object({ kind: z.literal("bouts"), value: bouts.nullable() }),
]);

export const editActivityInput = z.object({ activityId: z.uuid(), edit: activityEdit });
export type EditActivityInput = z.infer<typeof editActivityInput>;

export const undoEditInput = z.object({ activityId: z.uuid(), editId: z.uuid() });
export type UndoEditInput = z.infer<typeof undoEditInput>;
