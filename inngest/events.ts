import { eventType } from "inngest";
import { z } from "zod";

const athlete = { athleteId: z.uuid() };
const connection = { ...athlete, connectionId: z.uuid() };

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
  /** Once a day at most, however often and in however many processes it starts. */
  serverStarted: eventType("server/started", { schema: z.object({}) }),
  curvesMissing: eventType("curves/missing", { schema: z.object({ ...athlete }) }),
  weatherMissing: eventType("weather/missing", { schema: z.object({ ...athlete }) }),
  keyRenewalDue: eventType("keys/renewal.due", {
    schema: z.object({ ...athlete }),
  }),
  connectionSyncDue: eventType("connection/sync.due", {
    schema: z.object({
      ...connection,
      trigger: z.enum(["connected", "schedule", "morning", "opened", "asked", "webhook"]),
    }),
  }),
  connectionHistoryDue: eventType("connection/history.due", { schema: z.object(connection) }),
  /** Only the athlete can mend it: for whoever notifies them. */
  connectionNeedsAttention: eventType("connection/needs-attention", {
    schema: z.object({ ...connection, code: z.string() }),
  }),
  webhookReceived: eventType("webhook/received", {
    schema: z.object({ ...connection, receiptId: z.uuid() }),
  }),
  /** Rules have told something that a model may put better. */
  rewordingDue: eventType("insights/rewording.due", { schema: z.object({ ...athlete }) }),
  /** A morning, or an activity, that a model may put into words. */
  briefingDue: eventType("insights/briefing.due", {
    schema: z.object({ ...athlete, day: z.iso.date() }),
  }),
  debriefDue: eventType("insights/debrief.due", {
    schema: z.object({ ...athlete, activityId: z.uuid() }),
  }),
  insightBatchDue: eventType("insights/batch.due", {
    schema: z.object({ batchId: z.uuid() }),
  }),
  filesUnwanted: eventType("files/unwanted", {
    schema: z.object({ ...athlete, sourceFileIds: z.array(z.uuid()) }),
  }),
  /** `week` is the Monday on which the week that is told began. */
  weeklyInsightsDue: eventType("insights/week.due", {
    schema: z.object({ ...athlete, week: z.iso.date() }),
  }),
  morningDue: eventType("morning/due", {
    schema: z.object({ ...athlete, day: z.iso.date() }),
  }),
  /** The morning's answer stands, once for each athlete and day: time to tell the athlete. */
  morningAnswered: eventType("morning/answered", {
    schema: z.object({ ...athlete, day: z.iso.date() }),
  }),
};
