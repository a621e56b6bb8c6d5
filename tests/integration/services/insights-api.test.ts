import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as context } from "@/app/api/v1/insights/context/route";
import { GET as daily } from "@/app/api/v1/insights/daily/route";
import { POST as evaluate } from "@/app/api/v1/insights/evaluate/route";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { saveInsights } from "@/db/mutations/insights";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { insertSession } from "@/db/mutations/sessions";
import { answersBetween } from "@/db/queries/answers-between";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { insightsOn } from "@/db/queries/insights-on";
import { runAsSystem } from "@/db/run-as-system";
import { mornings } from "@/db/schema";
import { athleteContextForJob } from "@/lib/auth/context";
import { addDays, eachDay, type LocalDate, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { answerMornings } from "@/lib/services/answer-mornings";
import { changeAiSettings } from "@/lib/services/change-ai-settings";
import { writeBriefing } from "@/lib/services/write-briefing";
import type { Evidence } from "@/lib/training/insights/finding";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { cookieFor, holdCookie } from "@/tests/support/held-cookie";
import { insightRow } from "@/tests/support/insight-row";
import { createTestAthlete, type TestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
});
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

const server = await configuredModel();

const OWN = { "sec-fetch-site": "same-origin" };
const HOUR_MS = 3_600_000;
const NO_PARAMS = { params: Promise.resolve({}) };

const nightsUntil = (day: LocalDate) =>
  eachDay(addDays(day, -59), day).map((night, i) => ({
    ...{ day: night, source: "garmin:sleep", hrvRmssdMs: 60 + (i % 3) },
    ...{ sleepS: 27_000, restingHrBpm: 48 },
  }));

eachDatabase("the API of insights", (databases) => {
  const today = localDayAt(new Date(), "Europe/Paris");
  const injury = { kind: "injury", title: "Left calf", fromDay: today, toDay: today };
  let database: OpenDatabase;
  let person: TestAthlete;
  let other: TestAthlete;

  async function signInAs({ userId }: TestAthlete): Promise<void> {
    const now = new Date();
    const later = new Date(now.getTime() + HOUR_MS);
    const sessionId = await runAsSystem(database)((tx) =>
      insertSession(tx, {
        ...{ userId, now, idleExpiresAt: later, absoluteExpiresAt: later },
        ...{ userAgent: null, addressPrefix: null },
      }),
    );
    holdCookie(await cookieFor({ userId, sessionId, epoch: 0 }));
  }

  const get = () => daily(new Request("http://localhost:3000/api/v1/insights/daily"), NO_PARAMS);
  const post = (handler: typeof context, body?: unknown, headers: object = OWN) =>
    handler(
      new Request("http://localhost:3000/api/v1/insights/x", {
        ...{ method: "POST", headers: { "content-type": "application/json", ...headers } },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      NO_PARAMS,
    );
  const contextOf = ({ athleteId }: TestAthlete) => athleteContextForJob(athleteId);
  const eventsOf = async (whose: TestAthlete) => {
    const ctx = await contextOf(whose);
    return ctx.tx((tx) => contextEventsBetween(tx, addDays(today, -9), addDays(today, 9)));
  };

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    person = await createTestAthlete(database);
    other = await createTestAthlete(database);
  });
  afterAll(() => setDatabase(null));
  beforeEach(async () => {
    fakeRequest.headers = new Headers(OWN);
    await signInAs(person);
  });

  describe("who may ask", () => {
    it("asks somebody who is not signed in to do so, and notes nothing", async () => {
      holdCookie(null);
      for (const response of [await get(), await post(context, injury), await post(evaluate)]) {
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({
          error: {
            code: "unauthenticated",
            message: expect.any(String),
            request_id: expect.any(String),
          },
        });
      }
      expect(await eventsOf(person)).toEqual([]);
    });

    it("refuses what another site sends, and notes nothing", async () => {
      const foreign = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" };
      for (const response of [
        await post(context, injury, foreign),
        await post(evaluate, undefined, foreign),
      ]) {
        expect(response.status).toBe(403);
      }
      expect(await eventsOf(person)).toEqual([]);
    });
  });

  describe("daily", () => {
    it("tells one's own insights that hold, with evidence and nothing that is internal", async () => {
      const ctx = await contextOf(person);
      const row = insightRow(today);
      const evidence: Evidence = {
        ...{ id: "feel.mean-7", label: "How you felt, mean of 7 days", value: 2, unit: "rating" },
        ...{ fromDay: addDays(today, -6), toDay: today, activityIds: ["secret"] },
      };
      await ctx.tx((tx) => saveInsights(tx, [{ ...row, evidence: [evidence] }]));
      const response = await get();
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toContain("no-store");
      const { items } = await response.json();
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ detector: "feeling-low", toDay: today, writtenBy: "rules" });
      expect(items[0].evidence[0]).toMatchObject({ id: "feel.mean-7", value: 2, unit: "rating" });
      expect(JSON.stringify(items)).not.toContain("secret");
      expect(items[0]).not.toHaveProperty("athleteId");
    });

    it("tells the morning by rules, then in a model's words, and never a false number", async () => {
      const early = await createTestAthlete(database);
      await signInAs(early);
      const ctx = await contextOf(early);
      const day = localDayAt(ctx.now, ctx.timeZone);
      await changeAiSettings(ctx, { isOn: true, mayReadNotes: false, budgetUsd: 1 });
      await ctx.tx((tx) => mergeWellnessDays(tx, nightsUntil(day)));
      await answerMornings(ctx, null);
      const byRules = (await (await get()).json()).briefing;
      expect(byRules).toMatchObject({
        ...{ id: null, writtenBy: "rules", detector: "morning", toDay: day, feedback: null },
        ...{ title: expect.any(String), action: expect.any(String) },
      });
      const score = byRules.evidence.find(({ id }: Evidence) => id === "recovery.score");
      expect(byRules.text).toContain(`Your recovery is ${score.value} of 100.`);

      server.always("false_numbers");
      await writeBriefing(ctx, day);
      expect((await (await get()).json()).briefing).toEqual(byRules);

      server.always("well");
      await writeBriefing(ctx, day);
      const byModel = (await (await get()).json()).briefing;
      expect(byModel).toEqual({
        ...{ ...byRules, id: expect.any(String), writtenBy: "model" },
        text: `In short: ${byRules.text}`,
      });
    });

    it("tells another athlete nothing of them", async () => {
      await signInAs(other);
      expect(await (await get()).json()).toEqual({ briefing: null, items: [] });
    });
  });

  describe("context", () => {
    it("notes what explains days, and ends what it makes wrong", async () => {
      const response = await post(context, injury);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ id: expect.any(String), insightsEnded: 1 });
      expect(await eventsOf(person)).toMatchObject([{ kind: "injury", title: "Left calf" }]);
      expect(await eventsOf(other)).toEqual([]);
    });

    it.each([
      ["an unknown kind", { ...injury, kind: "alien" }],
      ["no title", { ...injury, title: "  " }],
      ["a title too long", { ...injury, title: "x".repeat(121) }],
      ["a day that is none", { ...injury, fromDay: "2026-02-30" }],
      ["days the wrong way round", { ...injury, toDay: addDays(today, -1) }],
      ["nothing", undefined],
    ])("refuses %s, says which part, and keeps none of it", async (_, body) => {
      const before = await eventsOf(person);
      const response = await post(context, body);
      expect(response.status).toBe(400);
      const { error } = await response.json();
      expect(error).toMatchObject({ code: "invalid_input", message: expect.any(String) });
      expect(await eventsOf(person)).toEqual(before);
    });

    it("takes nobody's name from the body: an athlete is who is signed in", async () => {
      await post(context, { ...injury, title: "Right knee", athleteId: other.athleteId });
      expect(await eventsOf(other)).toEqual([]);
    });
  });

  describe("evaluate", () => {
    it("ends what was told, on request, and only of who asks", async () => {
      for (const whose of [person, other]) {
        const ctx = await contextOf(whose);
        const yesterday = addDays(today, -1);
        await ctx.tx((tx) => saveInsights(tx, [insightRow(yesterday)]));
      }
      const response = await post(evaluate);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ ended: 1, written: expect.any(Number) });
      const ctx = await contextOf(other);
      expect(await ctx.tx((tx) => insightsOn(tx, ctx.now))).toHaveLength(1);
    });
  });

  it("judges a swapped morning by the workout that was chosen", async () => {
    const ctx = await contextOf(person);
    const workout = (title: string) => JSON.stringify({ title, intensity: "hard" });
    const days = ["2026-01-05", "2026-01-06", "2026-01-07"].map((day) => localDate(day));
    const answers = [
      { response: "swapped", chosen: JSON.parse(workout("chosen")) },
      { response: "kept", chosen: null },
      { response: "accepted", chosen: null },
    ] as const;
    await runAsSystem(database)(async ({ db }) => {
      for (const [i, answer] of answers.entries()) {
        const recommendation = {
          workout: JSON.parse(workout("eased")),
          original: JSON.parse(workout("original")),
        };
        const row = { athleteId: person.athleteId, day: days[i] ?? today, ...answer };
        const rest = {
          computedAt: new Date(),
          recovery: {},
          decision: { decision: "go" },
          inputs: {},
          recommendation,
        };
        await db.insert(mornings).values({ ...row, ...rest } as never);
      }
    });
    const found = await ctx.tx((tx) => answersBetween(tx, days[0] ?? today, days[2] ?? today));
    const titles = found.map((row) => (row.workout as unknown as { title: string }).title);
    expect(titles).toEqual(["chosen", "original", "eased"]);
  });
});
