import { afterEach, expect, it, vi } from "vitest";
import { POST as context } from "@/app/api/v1/insights/context/route";
import { GET as daily } from "@/app/api/v1/insights/daily/route";
import { POST as evaluate } from "@/app/api/v1/insights/evaluate/route";
import { setDatabase } from "@/db/client";
import { getToday } from "@/db/queries/today";
import { athleteContextForJob } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { answerMornings } from "@/lib/services/answer-mornings";
import { changeAiSettings } from "@/lib/services/change-ai-settings";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { requestWords } from "@/lib/services/request-words";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { saveShortNights } from "@/tests/support/short-nights";
import { signedIn } from "@/tests/support/signed-in";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

vi.hoisted(() => vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more"));
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

const server = await configuredModel();

const OWN = { "sec-fetch-site": "same-origin", "content-type": "application/json" };
const NO_PARAMS = { params: Promise.resolve({}) };
const URL_OF_API = "http://localhost:3000/api/v1/insights/x";
const FELT = { readiness: 3, soreness: 2, mood: 3, stress: 2, hasSymptoms: false, note: null };

eachDatabase("a model that is asked and says nothing", (databases) => {
  afterEach(async () => {
    server.recover();
    server.hangUp();
    await stopRunningJobs();
    setDatabase(null);
  });

  it("is waited for by nobody but the jobs: all else is answered, in the rules' words", async () => {
    const database = await databases.create();
    setDatabase(database);
    const { athleteId, userId } = await createTestAthlete(database);
    const ctx = await athleteContextForJob(athleteId);
    const today = localDayAt(ctx.now, ctx.timeZone);
    await changeAiSettings(ctx, { isOn: true, mayReadNotes: true, budgetUsd: 1 });
    await saveShortNights(ctx, today, 0);
    await answerMornings(ctx, null);
    await signIn();
    server.fail({ how: "timeout", times: Number.POSITIVE_INFINITY });
    const jobs = await startRunningJobs();
    jobs.wake();
    await vi.waitFor(() => expect(server.open).toBeGreaterThan(0), 20_000);

    await recordCheckIn(ctx, FELT);
    expect(await requestWords(ctx, { day: today })).toEqual({ requested: true });
    const told = await evaluate(posted(), NO_PARAMS);
    expect(told.status).toBeLessThan(300);
    const holiday = { kind: "holiday", title: "By the sea", fromDay: today, toDay: today };
    expect((await context(posted(holiday), NO_PARAMS)).status).toBeLessThan(300);
    const data = await ctx.tx((tx) => getToday(tx, today));
    expect(data).toMatchObject({ keptBriefing: null, checkIn: { readiness: 3 } });
    expect(data.insight?.title).toBeTruthy();
    const answer = await daily(new Request(URL_OF_API), NO_PARAMS);
    const { briefing, items } = await answer.json();
    expect(briefing).toMatchObject({ detector: "morning", writtenBy: "rules" });
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item).toMatchObject({ writtenBy: "rules" });

    // All of it is there, and the model has still not answered.
    expect(server.open).toBeGreaterThan(0);

    async function signIn() {
      fakeRequest.headers = new Headers(OWN);
      await signedIn(database, userId);
    }
  });
});

function posted(body?: unknown): Request {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return new Request(URL_OF_API, { method: "POST", headers: OWN, ...sent });
}
