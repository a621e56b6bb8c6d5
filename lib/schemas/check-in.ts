import { CHECK_IN_NOTE_LENGTH } from "./check-in-limits";
import { typedWords } from "./typed-words";
import { z } from "./zod";

const answer = z.coerce
  .number("Choose one of the five.")
  .int()
  .min(1, "Choose one of the five.")
  .max(5, "Choose one of the five.");

/** Ten seconds in the morning: 1 (worst) to 5 (best) on each. */
export const checkInInput = z.object({
  readiness: answer,
  soreness: answer,
  mood: answer,
  stress: answer,
  hasSymptoms: z.boolean(),
  note: typedWords()
    .max(CHECK_IN_NOTE_LENGTH, `At most ${CHECK_IN_NOTE_LENGTH} characters.`)
    .transform((text) => (text === "" ? null : text)),
});
export type CheckInInput = z.output<typeof checkInInput>;

/** The same with the moment at which it was given: it may arrive much later. */
export const sentCheckIn = checkInInput.extend({ answeredAt: z.iso.datetime() });

/** The same from a form's fields; a missing answer is refused like a wrong one. */
export const checkInForm = z
  .instanceof(FormData)
  .transform(
    (form): z.input<typeof checkInInput> => ({
      readiness: form.get("readiness") ?? undefined,
      soreness: form.get("soreness") ?? undefined,
      mood: form.get("mood") ?? undefined,
      stress: form.get("stress") ?? undefined,
      hasSymptoms: form.get("hasSymptoms") === "on",
      note: String(form.get("note") ?? ""),
    }),
  )
  .pipe(checkInInput);
