import { and, eq, gte, inArray, isNotNull, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { modelCalls } from "@/db/schema/assistant";
import { INSIGHT_KINDS, insights } from "@/db/schema/insights";
import type { AthleteTx, SystemTx } from "@/db/scope";
import type { AssistantFeature } from "@/lib/assistant/settings";
import type { TextQuality, Thumbs } from "@/lib/assistant/text-quality";

/** What each kind of insight was asked for as. */
const FEATURE_OF = {
  weekly: "weekly",
  daily: "daily",
  briefing: "daily",
  debrief: "debrief",
} as const satisfies Record<(typeof INSIGHT_KINDS)[number], AssistantFeature>;

type Version = Pick<TextQuality, "feature" | "model" | "promptHash">;

/**
 * How what all athletes' texts said stood up to verification since `since`, by kind, model and
 * version of the prompt. A text is all that was asked of the same facts on the same day.
 */
export async function instanceTextQuality(
  tx: SystemTx,
  { since, better }: { readonly since: Date; readonly better: string },
): Promise<(Version & Omit<TextQuality, keyof Version | keyof Thumbs>)[]> {
  const isBetter = sql`model = ${better}`;
  const found = await tx.db.execute(sql`
    with texts as (
      select feature, model, prompt_hash, max(verified_share) as held,
        -- The better one's first answer has been asked for again, too.
        count(*) filter (where attempt > 1 and not is_batch) > (${isBetter})::int as is_mended,
        not ${isBetter} and bool_or(bool_or(${isBetter}))
          over (partition by athlete_id, feature, day, facts_hash) as is_escalated
      from ${modelCalls}
      where created_at >= ${since.toISOString()}::timestamptz
        and outcome <> 'not_asked' and facts_hash is not null
      group by athlete_id, feature, day, facts_hash, model, prompt_hash
    )
    select feature, model, prompt_hash as "promptHash", count(*)::int as texts,
      avg(held) as "heldShare", count(*) filter (where is_mended)::int as mended,
      count(*) filter (where held < 1)::int as dropped,
      count(*) filter (where is_escalated)::int as escalated
    from texts where held is not null
    group by 1, 2, 3 order by 1, 2, 3`);
  return rows(found);
}

/** What all athletes have thought of a model's texts since `since`, by the same. */
export async function instanceThumbs(tx: SystemTx, since: Date): Promise<(Version & Thumbs)[]> {
  const kinds = Object.entries(FEATURE_OF).map(([kind, of]) => sql`when ${kind} then ${of}`);
  const found = await tx.db.execute(sql`
    select case i.kind ${sql.join(kinds, sql` `)} end as feature, i.model,
      call.prompt_hash as "promptHash",
      count(*) filter (where i.feedback = 'up')::int as up,
      count(*) filter (where i.feedback = 'down')::int as down
    from ${insights} i left join lateral (
      select prompt_hash from ${modelCalls} c
      where c.athlete_id = i.athlete_id and c.facts_hash = i.facts_hash and c.model = i.model
      order by c.created_at desc limit 1) call on true
    where i.feedback is not null and i.model is not null
      and i.feedback_at >= ${since.toISOString()}::timestamptz
    group by 1, 2, 3 order by 1, 2, 3`);
  return rows(found);
}

/** The athlete's own, of one kind of text of one model. */
export async function athleteThumbs(
  tx: AthleteTx,
  { feature, model, since }: Pick<Version, "feature" | "model"> & { readonly since: Date },
): Promise<Thumbs> {
  const kinds = INSIGHT_KINDS.filter((kind) => FEATURE_OF[kind] === feature);
  const of = (thumb: "up" | "down") =>
    sql<number>`count(*) filter (where ${insights.feedback} = ${thumb})`.mapWith(Number);
  const [found] = await tx.db
    .select({ up: of("up"), down: of("down") })
    .from(insights)
    .where(
      and(
        eq(insights.athleteId, tx.athleteId),
        inArray(insights.kind, kinds),
        eq(insights.model, model),
        isNotNull(insights.feedback),
        gte(insights.feedbackAt, since),
      ),
    );
  return found ?? { up: 0, down: 0 };
}
