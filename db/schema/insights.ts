import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Cited } from "@/lib/assistant/cited";
import { SPORTS } from "@/lib/training/activity/sports";
import {
  type Evidence,
  type EvidenceSeries,
  FINDING_SEVERITIES,
} from "@/lib/training/insights/finding";
import { activities } from "./activities";
import { athleteId, createdAt, day, id, instant, ownRowsOnly } from "./columns";

/**
 * "weekly" and "daily" are looks back; of "briefing" (a morning) and "debrief" (an activity) only a
 * model's words are kept: the rules' are made whenever they are shown.
 */
export const INSIGHT_KINDS = ["weekly", "daily", "briefing", "debrief"] as const;
export const INVALIDATION_REASONS = [
  "new_goal",
  "injury",
  "illness",
  "pattern_shift",
  "asked",
  "written_anew",
] as const;

/** What stood out, as it was told: a finding with its evidence, in the words of rules or of a model. */
export const insights = pgTable(
  "insights",
  {
    id: id(),
    athleteId: athleteId(),
    kind: text({ enum: INSIGHT_KINDS }).notNull(),
    /** The days that it speaks of. */
    fromDay: day().notNull(),
    toDay: day().notNull(),
    /** Of a debrief. */
    activityId: uuid().references(() => activities.id, { onDelete: "cascade" }),
    /** Among those told together; 0 is the weightiest. */
    position: integer().notNull(),
    writtenBy: text({ enum: ["rules", "model"] }).notNull(),
    detector: text().notNull(),
    /** The rule that found it, with its version. */
    formula: text().notNull(),
    severity: text({ enum: FINDING_SEVERITIES }).notNull(),
    sport: text({ enum: SPORTS }),
    title: text().notNull(),
    text: text().notNull(),
    action: text().notNull(),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    /** What the numbers of a model's words are, in the evidence or beside it; null for rules. */
    cited: jsonb().$type<Cited>(),
    series: jsonb().$type<EvidenceSeries[]>().notNull(),
    /** Of the facts that a model was given; null for rules. */
    factsHash: text(),
    model: text(),
    createdAt: createdAt(),
    validUntil: instant().notNull(),
    /** Set when something happened that makes it old before its time. */
    invalidatedAt: instant(),
    invalidatedBecause: text({ enum: INVALIDATION_REASONS }),
    feedback: text({ enum: ["up", "down"] }),
    feedbackAt: instant(),
  },
  (t) => [
    uniqueIndex("insights_told_once")
      .on(t.athleteId, t.kind, t.toDay, t.position)
      .where(sql`invalidated_at is null and activity_id is null`),
    index("insights_athlete").on(t.athleteId, t.validUntil),
    index("insights_activity").on(t.activityId),
    index("insights_feedback").on(t.feedbackAt).where(sql`feedback is not null`),
    ownRowsOnly(),
  ],
);
