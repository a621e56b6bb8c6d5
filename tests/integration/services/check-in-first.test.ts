import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import RecoveryPage from "@/app/(athlete)/recovery/page";
import ContextPage from "@/app/(athlete)/settings/context/page";
import TodayPage from "@/app/(athlete)/today/page";
import ReceiptPage from "@/app/(athlete)/today/receipt/page";
import type { TodayView } from "@/components/today/prepare-today";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { weeklyAnswers } from "@/db/queries/track-record";
import { skipCheckIn } from "@/lib/actions/check-in";
import { answerWeek, skipWeek } from "@/lib/actions/track-record";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { addDays, eachDay, localDate } from "@/lib/dates/local-date";
import { unpack } from "@/lib/packed";
import { answerMornings } from "@/lib/services/answer-mornings";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { signedIn } from "@/tests/support/signed-in";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";
import { textOf } from "@/tests/support/text-of";

vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
});
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

/** A Monday, at eight in Paris. */
const NOW = new Date("2026-11-23T07:00:00Z");
const TODAY = localDate("2026-11-23");
const YESTERDAY = addDays(TODAY, -1);
const FELT = { readiness: 4, soreness: 4, mood: 4, stress: 4, hasSymptoms: false, note: null };

eachDatabase("today's score before the check-in", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    database = await databases.create();
    setDatabase(database);
  });
  afterAll(() => {
    setDatabase(null);
    vi.useRealTimers();
  });
  beforeEach(async () => {
    const { athleteId, userId } = await createTestAthlete(database);
    ctx = await athleteContextForJob(athleteId);
    const nights = eachDay(addDays(TODAY, -59), TODAY).map((day, i) => ({
      ...{ day, source: "garmin:sleep", hrvRmssdMs: 60 + (i % 3) },
      ...{ sleepS: 27_000, restingHrBpm: 48 + (i % 2) },
    }));
    await ctx.tx((tx) => mergeWellnessDays(tx, nights));
    await answerMornings(ctx, addDays(TODAY, -9));
    fakeRequest.headers = new Headers({ "sec-fetch-site": "same-origin" });
    await signedIn(database, userId);
  });

  const search = (asked: Record<string, string> = {}) => ({ searchParams: Promise.resolve(asked) });
  const recovery = async () => (await RecoveryPage(search())).props;
  const receipt = async (day?: string) => (await ReceiptPage(search(day ? { day } : {}))).props;
  const today = async () => unpack<TodayView>((await TodayPage()).props.packed);

  const known = async () => textOf(await ContextPage());

  it("stands on no page, while the days before are as they were", async () => {
    expect(await today()).toMatchObject({ phase: "check-in", answer: null, normal: null });
    const { isVeiled, to, history } = await recovery();
    expect({ isVeiled, to }).toEqual({ isVeiled: true, to: YESTERDAY });
    expect(history.mornings.at(-1)).toMatchObject({ day: YESTERDAY });
    expect(history.nights.at(-1)).toMatchObject({ day: YESTERDAY });
    expect(await receipt()).toMatchObject({ isVeiled: true, receipt: null, replay: null });
    expect(await receipt(YESTERDAY)).toMatchObject({
      ...{ isVeiled: false, receipt: { day: YESTERDAY }, replay: { isAnswered: false } },
    });
    expect(await known()).toContain("These are yesterday’s");
    expect(await known()).toMatch(/Recovery score Sun 22 Nov/);
    expect(await known()).not.toContain("Mon 23 Nov");
  });

  it.each([
    ["given", () => recordCheckIn(ctx, FELT)],
    ["waved off", () => skipCheckIn()],
  ])("stands on all of them once it is %s", async (_, answer) => {
    await answer();
    expect(await today()).toMatchObject({ phase: "answer", answer: { isRest: false } });
    const { isVeiled, to, history } = await recovery();
    expect({ isVeiled, to }).toEqual({ isVeiled: false, to: TODAY });
    expect(history.mornings.at(-1)).toMatchObject({ day: TODAY });
    expect(await receipt()).toMatchObject({ isVeiled: false, receipt: { day: TODAY } });
    expect(await known()).not.toContain("These are yesterday’s");
    expect(await known()).toMatch(/Recovery score Mon 23 Nov/);
  });

  it("is not seen by another who uses the browser after it was waved off", async () => {
    await skipCheckIn();
    expect(await recovery()).toMatchObject({ isVeiled: false });
    for (const [name, value] of fakeRequest.cookies) {
      if (name.endsWith("check-in-skipped")) fakeRequest.cookies.set(name, `another.${value}`);
    }
    expect(await recovery()).toMatchObject({ isVeiled: true });
  });

  it("is followed by the question about last week, until it is answered or waved off", async () => {
    await recordCheckIn(ctx, FELT);
    expect(await today()).toMatchObject({ askedWeek: "Mon 16 Nov to Sun 22 Nov" });
    await skipWeek();
    expect(await today()).toMatchObject({ askedWeek: null });
    fakeRequest.cookies.delete("formline.week-skipped");
    expect((await today()).askedWeek).not.toBeNull();
    await answerWeek({ readiness: 4 });
    expect((await today()).askedWeek).toBeNull();
    const week = addDays(TODAY, -7);
    expect(await ctx.tx((tx) => weeklyAnswers(tx, week, TODAY))).toEqual([{ week, readiness: 4 }]);
  });
});
