import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { morningOn } from "@/db/queries/morning-on";
import { getReceipt } from "@/db/queries/recovery-history";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { addContext } from "@/lib/services/add-context";
import { answerToday } from "@/lib/services/answer-today";
import { changeContext, removeContext } from "@/lib/services/change-context";
import { changeMemory } from "@/lib/services/change-memory";
import { factsFor } from "@/lib/services/facts-for";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { respondToRecommendation } from "@/lib/services/respond-to-recommendation";
import { showMemory } from "@/lib/services/show-memory";
import { createTestAthlete } from "../../support/test-athlete";
import { eachDatabase } from "../../support/test-databases";

vi.stubEnv("LOG_LEVEL", "error");

eachDatabase("what the athlete tells of days", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  const today = localDayAt(new Date(), "Europe/Paris");
  const entry = { kind: "injury", title: "Left calf", fromDay: today } as const;

  const entries = async () =>
    (await ctx.tx((tx) => contextEventsBetween(tx, addDays(today, -30), addDays(today, 30)))).map(
      ({ kind, title, fromDay, toDay }) => [kind, title, fromDay, toDay],
    );

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    const { athleteId } = await createTestAthlete(database);
    ctx = await athleteContextForJob(athleteId);
  });
  afterAll(() => setDatabase(null));

  it("is added, ended, changed and deleted", async () => {
    const { id } = await addContext(ctx, { ...entry, toDay: addDays(today, 9) });
    expect(await entries()).toEqual([["injury", "Left calf", today, addDays(today, 9)]]);
    await changeContext(ctx, { id, title: "Left calf, better", fromDay: today, toDay: today });
    expect(await entries()).toEqual([["injury", "Left calf, better", today, today]]);
    await removeContext(ctx, id);
    expect(await entries()).toEqual([]);
  });

  it("stands in what is kept in mind, to correct, to take out, and as it was", async () => {
    const goal = { ...entry, kind: "race", title: "Hill race", toDay: today } as const;
    const { id: goalId } = await addContext(ctx, goal);
    const { id: injuryId } = await addContext(ctx, { ...entry, toDay: today });
    const lines = async () => {
      const { profile } = await showMemory(ctx, today);
      return profile.map(({ id, text, isHidden, isCorrected }) => ({
        ...{ id, text, isHidden, isCorrected },
      }));
    };
    const [first, second] = await lines();
    expect(first).toMatchObject({ id: `goal:${goalId}`, isHidden: false, isCorrected: false });
    expect(second?.text).toMatch(/^Left calf, since/);
    const id = first?.id ?? "";
    await changeMemory(ctx, { id, change: "correct", text: "Only for fun" });
    expect((await lines())[0]).toMatchObject({ text: "Only for fun", isCorrected: true });
    await changeMemory(ctx, { id: `constraint:${injuryId}`, change: "hide", text: "" });
    expect((await lines()).map(({ isHidden }) => isHidden)).toEqual([false, true]);
    await changeMemory(ctx, { id, change: "restore", text: "" });
    expect((await lines())[0]).toEqual(first);
    // What is deleted in the data is gone here, too.
    for (const gone of [goalId, injuryId]) await removeContext(ctx, gone);
    expect(await lines()).toEqual([]);
  });

  it("is told to a model in the athlete's words with their consent only", async () => {
    const { id } = await addContext(ctx, { ...entry, title: "Secret calf", toDay: today });
    const told = async (mayReadNotes: boolean) => {
      const { value } = await factsFor(ctx, { day: today, findings: [], mayReadNotes });
      return value.events.map(({ kind, title }) => [kind, title]);
    };
    expect(await told(false)).toEqual([["injury", null]]);
    expect(await told(true)).toEqual([["injury", "Secret calf"]]);
    await removeContext(ctx, id);
  });

  it("changes today's workout at once, by the sports that an injury forbids", async () => {
    const day = localDayAt(ctx.now, ctx.timeZone);
    const checkIn = { readiness: 4, soreness: 4, mood: 4, stress: 4, hasSymptoms: false };
    await recordCheckIn(ctx, { ...checkIn, note: null });
    const workout = async () => (await ctx.tx((tx) => morningOn(tx, day)))?.recommendation.workout;
    expect(await workout()).toMatchObject({ sport: "running" });
    const calf = { ...entry, toDay: day, bodyPart: "calf", forbidden: ["running"] } as const;
    const { id } = await addContext(ctx, { ...calf, forbidden: [...calf.forbidden] });
    expect(await workout()).toMatchObject({ templateId: expect.stringMatching(/^mobility-/) });
    await changeContext(ctx, { ...calf, id, bodyPart: "shoulder", forbidden: ["swimming"] });
    expect(await workout()).toMatchObject({ sport: "running" });
    const [kept] = await ctx.tx((tx) => contextEventsBetween(tx, day, day));
    expect(kept).toMatchObject({ bodyPart: "shoulder", forbidden: ["swimming"], priority: null });
    await removeContext(ctx, id);
    expect(await workout()).toMatchObject({ sport: "running" });
  });

  it("means rest while an illness lasts, whatever the signals say", async () => {
    const day = localDayAt(ctx.now, ctx.timeZone);
    const cold = { kind: "illness", title: "Cold", fromDay: day, toDay: day } as const;
    const decision = async () => (await ctx.tx((tx) => morningOn(tx, day)))?.decision;
    expect((await decision())?.decision).toBe("go");
    const { id } = await addContext(ctx, cold);
    expect(await decision()).toMatchObject({ decision: "rest", rule: "P0-symptoms" });
    await removeContext(ctx, id);
    expect((await decision())?.decision).toBe("go");
  });

  it("asks for today's answer again when an injury or an illness is told after it", async () => {
    const day = localDayAt(ctx.now, ctx.timeZone);
    const morning = () => ctx.tx((tx) => morningOn(tx, day));
    const respond = (response: "accepted" | "kept" | "skipped") =>
      respondToRecommendation(ctx, { day, response });
    const calf = {
      ...entry,
      toDay: day,
      bodyPart: "calf" as const,
      forbidden: ["running" as const],
    };
    await respond("accepted");
    const { id: injuryId } = await addContext(ctx, calf);
    const asked = await morning();
    expect(asked).toMatchObject({ response: null, respondedAt: null, chosen: null });
    expect(asked?.recommendation.workout?.sport).not.toBe("running");
    expect(asked?.revisions.at(-1)).toMatchObject({
      because: "you told of an injury",
      askedAgain: { by: "injury", response: "accepted" },
    });
    // What is known already asks nothing again; what comes on top of it does.
    await respond("accepted");
    await answerToday(ctx);
    expect(await morning()).toMatchObject({ response: "accepted" });
    const cold = { kind: "illness", title: "Cold", fromDay: day, toDay: day } as const;
    const { id: illnessId } = await addContext(ctx, cold);
    const ill = await morning();
    expect(ill).toMatchObject({ response: null, decision: { decision: "rest" } });
    expect(ill?.recommendation.workout).toBeNull();
    expect(ill?.revisions.at(-1)?.askedAgain).toEqual({ by: "illness", response: "accepted" });
    const receipt = await ctx.tx((tx) => getReceipt(tx, day));
    expect(receipt?.revisions.at(-1)?.askedAgain?.by).toBe("illness");
    for (const id of [injuryId, illnessId]) await removeContext(ctx, id);
    // Skipped is skipped, whatever is told.
    await respond("skipped");
    const { id } = await addContext(ctx, calf);
    expect(await morning()).toMatchObject({ response: "skipped" });
    await removeContext(ctx, id);
    await respondToRecommendation(ctx, { day, response: "undone" });
  });

  it("tells how much a race counts, and the season follows", async () => {
    const day = localDayAt(ctx.now, ctx.timeZone);
    const race = { kind: "race", title: "Park run", fromDay: addDays(day, 5) } as const;
    const { id } = await addContext(ctx, { ...race, toDay: race.fromDay, priority: "C" });
    const season = async () => {
      const inputs = (await ctx.tx((tx) => morningOn(tx, day)))?.inputs.workout;
      return (inputs as { season: unknown }).season;
    };
    expect(await season()).toMatchObject({ phase: "base", daysToRace: 5, taper: null });
    await changeContext(ctx, { ...race, id, toDay: race.fromDay, priority: "A" });
    expect(await season()).toMatchObject({ phase: "race_week", taper: { priority: "A" } });
    await removeContext(ctx, id);
  });

  it("tells what a race is in and how long it is, and the workout is for it", async () => {
    const day = localDayAt(ctx.now, ctx.timeZone);
    const days = { fromDay: addDays(day, 40), toDay: addDays(day, 40) };
    const race = { kind: "race", title: "Across the lake", ...days } as const;
    const goal = async () => {
      const inputs = (await ctx.tx((tx) => morningOn(tx, day)))?.inputs.workout;
      return (inputs as { goal: unknown }).goal;
    };
    const { id } = await addContext(ctx, race);
    expect(await goal()).toBeNull();
    await changeContext(ctx, { ...race, id, raceSport: "swimming", raceDistanceM: 3800 });
    expect(await goal()).toEqual({ sport: "swimming", distanceM: 3800, daysToRace: 40 });
    const receipt = await ctx.tx((tx) => getReceipt(tx, day));
    expect(receipt?.workoutInput?.sports.map(({ sport }) => sport)).toContain("swimming");
    await removeContext(ctx, id);
  });

  it("is nobody else's to change", async () => {
    const { id } = await addContext(ctx, { ...entry, toDay: today });
    const { athleteId } = await createTestAthlete(database);
    const other = await athleteContextForJob(athleteId);
    const input = { id, title: "Mine", fromDay: today, toDay: today };
    await expect(changeContext(other, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeContext(other, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeContext(ctx, "no-id")).rejects.toMatchObject({ code: "not_found" });
    expect(await entries()).toHaveLength(1);
  });
});
