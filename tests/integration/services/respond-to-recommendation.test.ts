import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { setDatabase } from "@/db/client";
import { type MorningRow, saveMornings } from "@/db/mutations/save-mornings";
import { morningOn } from "@/db/queries/morning-on";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, localDate } from "@/lib/dates/local-date";
import { registerUser } from "@/lib/services/register-user";
import { respondToRecommendation } from "@/lib/services/respond-to-recommendation";
import { swapKey } from "@/lib/training/plan/offered-swaps";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import { swapAlternatives } from "@/lib/training/plan/swap-alternatives";
import { eachDatabase } from "../../support/test-databases";
import { TRAINED } from "../../support/trained-athlete";

const DAY = localDate("2026-03-10");
const MORNING = new Date("2026-03-10T07:00:00Z");
const RECOMMENDED = recommendWorkout(TRAINED);
const SWAPS = swapAlternatives(TRAINED, RECOMMENDED);

function row(changes: Partial<MorningRow> = {}): MorningRow {
  return {
    day: DAY,
    recovery: {} as MorningRow["recovery"],
    decision: {} as MorningRow["decision"],
    recommendation: RECOMMENDED,
    inputs: { workout: TRAINED },
    computedAt: MORNING,
    progress: null,
    ...changes,
  };
}

eachDatabase("the answer to a recommendation", (databases) => {
  let ctx: AthleteContext;
  let athletes = 0;

  beforeAll(async () => {
    setDatabase(await databases.create());
  });
  afterAll(() => setDatabase(null));
  beforeEach(async () => {
    athletes += 1;
    const email = `answers-${athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    ctx = { ...(await athleteContextForCommandLine(email)), now: MORNING };
    await ctx.tx((tx) => saveMornings(tx, [row(), row({ day: addDays(DAY, -1) })]));
  });

  const stored = () => ctx.tx((tx) => morningOn(tx, DAY));
  const respond = (
    response: "accepted" | "kept" | "swapped" | "skipped" | "undone",
    swap?: string,
  ) => respondToRecommendation(ctx, { day: DAY, response, ...(swap !== undefined && { swap }) });

  it("keeps the whole workout that was taken instead, through later data of the day", async () => {
    const [, second] = SWAPS;
    if (!second) throw new Error("nothing to swap");
    await respond("swapped", swapKey(second.workout));
    expect(await stored()).toMatchObject({ response: "swapped", chosen: second.workout });
    await ctx.tx((tx) => saveMornings(tx, [row({ inputs: { workout: { ...TRAINED, tsb: 1 } } })]));
    expect(await stored()).toMatchObject({ response: "swapped", chosen: second.workout });
    await respond("accepted");
    expect(await stored()).toMatchObject({ response: "accepted", chosen: null });
  });

  it("can be taken back on the same day", async () => {
    await respond("skipped");
    await respond("undone");
    expect(await stored()).toMatchObject({ response: null, chosen: null, respondedAt: null });
  });

  it("keeps no workout on a morning with symptoms, nor while an illness lasts", async () => {
    const symptoms = { name: "symptoms", colour: "red" };
    const told = { decision: { signals: [symptoms] } } as unknown as Partial<MorningRow>;
    const well = { decision: { signals: [] } } as unknown as Partial<MorningRow>;
    const events = { ...TRAINED.events, isIll: true };
    const ill = { ...well, inputs: { workout: { ...TRAINED, events } } };
    for (const morning of [told, ill]) {
      await ctx.tx((tx) => saveMornings(tx, [row(morning)]));
      await expect(respond("kept")).rejects.toMatchObject({ code: "conflict" });
    }
    await ctx.tx((tx) => saveMornings(tx, [row(well)]));
    await respond("kept");
    expect(await stored()).toMatchObject({ response: "kept" });
  });

  it("takes nothing that was not offered", async () => {
    await expect(respond("swapped", "running-marathon:9000")).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(respond("swapped")).rejects.toMatchObject({ code: "conflict" });
    expect(await stored()).toMatchObject({ response: null });
  });

  it("swaps and undoes no day that is over, nor one without a recommendation", async () => {
    const yesterday = addDays(DAY, -1);
    const key = SWAPS[0] ? swapKey(SWAPS[0].workout) : "";
    for (const input of [{ response: "swapped", swap: key }, { response: "undone" }] as const) {
      const late = respondToRecommendation(ctx, { day: yesterday, ...input });
      await expect(late).rejects.toMatchObject({ code: "conflict" });
    }
    const unknown = respondToRecommendation(ctx, { day: "2026-03-01", response: "accepted" });
    await expect(unknown).rejects.toMatchObject({ code: "not_found" });
  });
});
