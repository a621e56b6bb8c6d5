import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ASSISTANT_FEATURES } from "@/lib/assistant/settings";
import type { LocalDate } from "@/lib/dates/local-date";
import { athleteId, bytea, createdAt, id, instant, ownRowsOnly } from "./columns";

/** What the athlete lets the language model do; without a row, nothing. */
export const aiSettings = pgTable(
  "ai_settings",
  {
    athleteId: athleteId().primaryKey(),
    /** When they agreed that numbers of theirs are sent; null: they are not. */
    consentedAt: instant(),
    /** The same for their notes. */
    notesConsentedAt: instant(),
    /** US dollars in a calendar month; null: the server's default. */
    monthlyBudgetUsd: doublePrecision(),
    updatedAt: instant().notNull().defaultNow(),
  },
  () => [ownRowsOnly()],
);

export const MODEL_CALL_OUTCOMES = [
  "waiting",
  "not_asked",
  "ok",
  "expired",
  "signed_out",
  "unpaid",
  "forbidden",
  "rate_limited",
  "overloaded",
  "timeout",
  "unavailable",
  "refused",
  "cut_off",
  "malformed",
  "too_long",
  "invalid",
] as const;

/**
 * Questions to the language model that went together, at half the price. Says nothing of whose
 * they are: that stands in the calls.
 */
export const insightBatches = pgTable(
  "insight_batches",
  {
    id: id(),
    /** The Monday of the week that is written about. */
    week: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** 1, then one more for what is sent again. */
    attempt: integer().notNull().default(1),
    state: text({ enum: ["made", "sending", "sent", "taken", "done"] })
      .notNull()
      .default("made"),
    /** The provider's id; null until it is sent. */
    providerId: text(),
    size: integer().notNull().default(0),
    createdAt: createdAt(),
    /** Noted before it is sent: what was sent since then and has no id here may be it. */
    sendingAt: instant(),
    sentAt: instant(),
    finishedAt: instant(),
  },
  (t) => [
    index("insight_batches_created").on(t.createdAt),
    uniqueIndex("insight_batches_provider").on(t.providerId),
  ],
);

/** Every question to the language model: what it cost and how it ended, never what was said. */
export const modelCalls = pgTable(
  "model_calls",
  {
    /** Also the id of the question within its batch. */
    id: id(),
    athleteId: athleteId(),
    feature: text({ enum: ASSISTANT_FEATURES }).notNull(),
    /** The day that is written about; of a week its Monday. */
    day: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** 1, then one more for each time that the same is asked again. */
    attempt: integer().notNull().default(1),
    model: text().notNull(),
    isBatch: boolean().notNull().default(false),
    batchId: uuid().references(() => insightBatches.id, { onDelete: "set null" }),
    inputTokens: integer().notNull().default(0),
    outputTokens: integer().notNull().default(0),
    cacheReadTokens: integer().notNull().default(0),
    cacheWriteTokens: integer().notNull().default(0),
    /** While it is waited for: what is held back for it. */
    costUsd: doublePrecision().notNull().default(0),
    /** Null in a batch. */
    latencyMs: integer(),
    outcome: text({ enum: MODEL_CALL_OUTCOMES }).notNull().default("waiting"),
    /** 0-1: the part of the text that stood up to verification; null when there was none. */
    verifiedShare: doublePrecision(),
    /** Of the prompt's version; null until it is sent. */
    promptHash: text(),
    factsHash: text(),
    /** Of what it wrote; null while nothing of use has come, and where nothing has. */
    outputHash: text(),
    /** The provider's, for asking them. */
    requestId: text(),
    createdAt: createdAt(),
  },
  (t) => [
    index("model_calls_athlete").on(t.athleteId, t.createdAt),
    index("model_calls_created").on(t.createdAt),
    index("model_calls_batch").on(t.batchId),
    uniqueIndex("model_calls_one_in_batch").on(t.athleteId, t.day, t.attempt).where(sql`is_batch`),
    ownRowsOnly(),
  ],
);

/** Exactly what a call has sent of the athlete's, sealed with their key; gone with the call. */
export const sentFacts = pgTable(
  "sent_facts",
  {
    callId: uuid()
      .primaryKey()
      .references(() => modelCalls.id, { onDelete: "cascade" }),
    athleteId: athleteId(),
    facts: bytea().notNull(),
  },
  (t) => [index("sent_facts_athlete").on(t.athleteId), ownRowsOnly()],
);
