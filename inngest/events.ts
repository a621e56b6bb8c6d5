import { eventType } from "inngest";
import { z } from "zod";

const athlete = { athleteId: z.uuid() };

/** Every event of the product; the same objects trigger functions and validate what is sent. */
export const events = {
  importReceived: eventType("import/batch.received", {
    schema: z.object({ ...athlete, batchId: z.uuid() }),
  }),
  daysChanged: eventType("days/changed", {
    schema: z.object({ ...athlete, fromDay: z.iso.date() }),
  }),
  thresholdsChanged: eventType("thresholds/changed", {
    schema: z.object({ ...athlete, fromDay: z.iso.date() }),
  }),
  morningDue: eventType("morning/due", {
    schema: z.object({ ...athlete, day: z.iso.date() }),
  }),
};
