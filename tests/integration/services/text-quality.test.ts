import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { insights, modelCalls } from "@/db/schema";
import { type AthleteContext, athleteContextForJob, systemContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { checkHealth } from "@/lib/services/check-health";
import { measureTextQuality } from "@/lib/services/measure-text-quality";
import { rateInsight } from "@/lib/services/rate-insight";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { insightRow } from "@/tests/support/insight-row";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

await configuredModel();

const DAY = localDate("2026-11-23");
const [HAIKU, SONNET] = ["claude-haiku-5-5", "claude-sonnet-5-5"] as const;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

type Call = Partial<typeof modelCalls.$inferInsert>;

eachDatabase("the quality of a model's texts", (databases) => {
  let database: OpenDatabase;
  let athletes: readonly AthleteContext[];
  beforeEach(async () => {
    database = await databases.create();
    setDatabase(database);
    const made = [await createTestAthlete(database), await createTestAthlete(database)];
    athletes = await Promise.all(made.map(({ athleteId }) => athleteContextForJob(athleteId)));
  });
  afterEach(() => setDatabase(null));

  /** What was asked of one and the same facts, in turn. */
  const asked = async (ctx: AthleteContext, factsHash: string, calls: readonly Call[]) => {
    const call = { feature: "weekly", day: DAY, model: HAIKU, outcome: "ok" } as const;
    await ctx.tx(({ db, athleteId }) =>
      db
        .insert(modelCalls)
        .values(calls.map((of) => ({ ...call, promptHash: "p2", factsHash, athleteId, ...of }))),
    );
  };
  const shown = async (ctx: AthleteContext, of: Partial<typeof insights.$inferInsert>) => {
    const [row] = await ctx.tx(({ db, athleteId }) =>
      db
        .insert(insights)
        .values({ ...insightRow(DAY), writtenBy: "model", model: HAIKU, athleteId, ...of })
        .returning({ id: insights.id }),
    );
    return row?.id ?? "";
  };
  const measured = () => measureTextQuality(systemContext());

  it("is what held of them, what it took, and what athletes think, by prompt and model", async () => {
    const [one, other] = athletes as [AthleteContext, AthleteContext];
    await asked(one, "well", [{ isBatch: true, attempt: 2, verifiedShare: 1 }]);
    await asked(one, "mended", [{ verifiedShare: 0.5 }, { attempt: 2, verifiedShare: 1 }]);
    const better = { model: SONNET, attempt: 2, verifiedShare: 1 };
    await asked(other, "well", [
      ...[{ verifiedShare: 0 }, { attempt: 2, verifiedShare: 0 }, better],
    ]);
    await asked(other, "old prompt", [{ promptHash: "p1", feature: "daily", verifiedShare: 1 }]);
    // None of these is a text of this week.
    await asked(one, "nothing", [{ outcome: "malformed" }, { outcome: "not_asked" }]);
    await asked(one, "long ago", [{ verifiedShare: 0, createdAt: daysAgo(8) }]);

    const [up, down] = [{ kind: "weekly" }, { kind: "weekly", position: 1 }] as const;
    await rateInsight(one, {
      ...{ insightId: await shown(one, { ...up, factsHash: "well" }), feedback: "up" },
    });
    await rateInsight(one, {
      ...{ insightId: await shown(one, { ...down, factsHash: "long ago" }), feedback: "down" },
    });
    await rateInsight(other, {
      insightId: await shown(other, { kind: "briefing", factsHash: "old prompt" }),
      feedback: "down",
    });
    const rules = { writtenBy: "rules", model: null, kind: "daily" } as const;
    await rateInsight(other, { insightId: await shown(other, rules), feedback: "down" });

    const figures = { mended: 0, dropped: 0, escalated: 0, up: 0, down: 0 };
    expect(await measured()).toEqual([
      {
        ...figures,
        feature: "daily",
        model: HAIKU,
        promptHash: "p1",
        texts: 1,
        heldShare: 1,
        down: 1,
      },
      {
        ...{ feature: "weekly", model: HAIKU, promptHash: "p2", texts: 3, heldShare: 2 / 3 },
        ...{ mended: 2, dropped: 1, escalated: 1, up: 1, down: 1 },
      },
      { ...figures, feature: "weekly", model: SONNET, promptHash: "p2", texts: 1, heldShare: 1 },
    ]);
  });

  it("keeps no thumb that was taken back, or is older than what is known of its question", async () => {
    const [one] = athletes as [AthleteContext];
    const insightId = await shown(one, { kind: "weekly" });
    await rateInsight(one, { insightId, feedback: "down" });
    expect(await measured()).toMatchObject([{ promptHash: null, texts: 0, down: 1 }]);
    await rateInsight({ ...one, now: daysAgo(31) }, { insightId, feedback: "down" });
    expect(await measured()).toEqual([]);
    await rateInsight(one, { insightId, feedback: "up" });
    await rateInsight(one, { insightId, feedback: null });
    expect(await measured()).toEqual([]);
  });

  it("is told to the operator where it is not what it should be, without saying whose", async () => {
    const [one, other] = athletes as [AthleteContext, AthleteContext];
    for (let n = 0; n < 10; n++) {
      const [of, feedback] = n < 4 ? ([one, "down"] as const) : ([other, "up"] as const);
      const insightId = await shown(of, { kind: "weekly", position: n });
      await rateInsight(of, { insightId, feedback });
    }
    for (let n = 0; n < 18; n++) await asked(one, `facts ${n}`, [{ verifiedShare: 1 }]);
    const better = { model: SONNET, attempt: 2, verifiedShare: 1 };
    for (let n = 0; n < 2; n++) await asked(other, `facts ${n}`, [{ verifiedShare: 0.5 }, better]);
    const { problems } = await checkHealth(systemContext());
    expect(problems).toEqual(
      expect.arrayContaining([
        "Weekly insights of claude-haiku-5-5: 4 of 10 thumbs are down.",
        "The better model is asked for 10 % of the texts.",
      ]),
    );
    expect(problems.join()).not.toContain(one.athleteId);
  });
});
