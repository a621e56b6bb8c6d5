import { afterEach, beforeAll, expect, it, vi } from "vitest";
import InsightsPage from "@/app/(athlete)/insights/page";
import AssistantPage from "@/app/(athlete)/settings/assistant/page";
import TodayPage from "@/app/(athlete)/today/page";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { runAsSystem } from "@/db/run-as-system";
import { providerStates } from "@/db/schema/connections";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { answerMornings } from "@/lib/services/answer-mornings";
import { changeAiSettings } from "@/lib/services/change-ai-settings";
import { evaluateInsights } from "@/lib/services/evaluate-insights";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { rewordInsights } from "@/lib/services/reword-insights";
import { writeBriefing } from "@/lib/services/write-briefing";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { impatient } from "@/tests/support/anthropic/impatient";
import type { Mood } from "@/tests/support/anthropic/start-anthropic-server";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { createTestDatabase } from "@/tests/support/pglite-database";
import { saveShortNights } from "@/tests/support/short-nights";
import { signedIn } from "@/tests/support/signed-in";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { textOf } from "@/tests/support/text-of";

vi.hoisted(() => vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more"));
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

const server = await configuredModel();

const FELT = { readiness: 4, soreness: 4, mood: 4, stress: 4, hasSymptoms: false, note: null };
const BY_MODEL = /by a language model|In short/;

afterEach(() => {
  server.recover();
  server.always("well");
});

let database: OpenDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  setDatabase(database);
  return async () => {
    setDatabase(null);
    await database.close();
  };
});

/** An athlete who has agreed, with something to tell, signed in; the model may be asked again. */
async function agreed(): Promise<AthleteContext> {
  await runAsSystem(database)(({ db }) => db.delete(providerStates));
  const { athleteId, userId } = await createTestAthlete(database);
  const ctx = await athleteContextForJob(athleteId);
  await changeAiSettings(ctx, { isOn: true, mayReadNotes: false, budgetUsd: 1 });
  const today = localDayAt(ctx.now, ctx.timeZone);
  await saveShortNights(ctx, today, 0);
  await recordCheckIn(ctx, FELT);
  await answerMornings(ctx, null);
  await evaluateInsights(ctx, "asked");
  fakeRequest.headers = new Headers({ "sec-fetch-site": "same-origin" });
  await signedIn(database, userId);
  return ctx;
}

const settings = async () => textOf(await AssistantPage());
const insights = async () => textOf(await InsightsPage({ searchParams: Promise.resolve({}) }));
const today = async () => textOf(await TodayPage());

async function write(ctx: AthleteContext): Promise<void> {
  await writeBriefing(ctx, localDayAt(ctx.now, ctx.timeZone));
  await rewordInsights(ctx);
}

async function expectRulesWords(): Promise<void> {
  for (const page of [await insights(), await today()]) {
    expect(page).toContain("Written by rules (");
    expect(page).not.toMatch(BY_MODEL);
  }
}

const MENDED_BY_OPERATOR = "Whoever runs this server has to see to it.";
const ASKED_AGAIN = "It is asked again by itself.";
const ASKED_LATER = "It is asked again when there is something new to tell.";

it("shows a model's words where all goes well, and what they cost", async () => {
  await write(await agreed());
  expect(await today()).toMatch(/In short: .*Written by a language model, every number checked/);
  expect(await insights()).toMatch(/In short: .*Written by a language model \(DET-/);
  const page = await settings();
  expect(page).toMatch(/The day 2 [\d,]+ \$0\.\d+/);
  expect(page).not.toContain("came to nothing");
});

it.each<[Mood, string, string]>([
  [{ status: 401 }, "the server’s key was refused", MENDED_BY_OPERATOR],
  [{ status: 402 }, "the server’s account is not paid", MENDED_BY_OPERATOR],
  [{ status: 429 }, "too many questions at once", ASKED_AGAIN],
  [{ status: 529 }, "the model was busy", ASKED_AGAIN],
  ["refusal", "the model declined", ASKED_LATER],
  ["malformed", "its text was of no use", ASKED_LATER],
  ["max_tokens", "its text broke off", ASKED_LATER],
])(
  "with %j has the rules' words on every page, and says why and what then",
  async (mood, why, then) => {
    const ctx = await agreed();
    server.always(mood);
    await write(ctx);
    await expectRulesWords();
    expect(await settings()).toContain(
      `The last question came to nothing: ${why}. Rules have written instead, so nothing is missing. ${then}`,
    );
  },
);

it("says that a text with false numbers is not shown", async () => {
  const ctx = await agreed();
  server.always("false_numbers");
  await write(ctx);
  await expectRulesWords();
  const page = await settings();
  expect(page).toContain("was not right in every number, so it is not shown");
  expect(page).toContain("Not right, so not shown");
});

it("says that there was no answer in time", async () => {
  const ctx = await agreed();
  server.fail({ how: "timeout", times: Number.POSITIVE_INFINITY });
  await write(impatient(ctx));
  await expectRulesWords();
  expect(await settings()).toContain("came to nothing: no answer in time.");
  server.hangUp();
});

it("says that the month's budget is used up, and that nobody is asked without consent", async () => {
  const ctx = await agreed();
  const asked = server.requests.length;
  await changeAiSettings(ctx, { isOn: true, mayReadNotes: false, budgetUsd: 0 });
  await write(ctx);
  await expectRulesWords();
  expect(await settings()).toContain("This month’s budget is used up: rules write until");
  await changeAiSettings(ctx, { isOn: false, mayReadNotes: false, budgetUsd: 1 });
  await write(ctx);
  await expectRulesWords();
  expect(await settings()).toContain("Nothing has been asked yet.");
  expect(await today()).not.toContain("Put it in better words");
  expect(server.requests).toHaveLength(asked);
});
