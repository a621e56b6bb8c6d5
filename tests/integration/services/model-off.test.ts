import { afterEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import type { InngestClient } from "@/inngest/client";
import { allFunctions } from "@/inngest/functions/all";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { answerMornings } from "@/lib/services/answer-mornings";
import { briefingOn } from "@/lib/services/briefing-on";
import { changeAiSettings } from "@/lib/services/change-ai-settings";
import { dispatchWeeklyBatches } from "@/lib/services/dispatch-weekly-batches";
import { evaluateInsights } from "@/lib/services/evaluate-insights";
import { requestWords } from "@/lib/services/request-words";
import { rewordInsights } from "@/lib/services/reword-insights";
import { showAiSettings } from "@/lib/services/show-ai-settings";
import { writeBriefing } from "@/lib/services/write-briefing";
import { configuredModel } from "@/tests/support/anthropic/configured-model";
import { saveShortNights } from "@/tests/support/short-nights";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const server = await configuredModel();
vi.stubEnv("AI_MODE", "off");

eachDatabase("AI_MODE=off, with a key and an athlete who agrees", (databases) => {
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  it("leaves everything whole in the rules' words, and nobody is asked", async () => {
    const database = await databases.create();
    setDatabase(database);
    const ctx = await athleteContextForJob((await createTestAthlete(database)).athleteId);
    const today = localDayAt(ctx.now, ctx.timeZone);
    await changeAiSettings(ctx, { isOn: true, mayReadNotes: true, budgetUsd: 1 });
    await saveShortNights(ctx, today, 0);
    await answerMornings(ctx, null);
    const { written } = await evaluateInsights(ctx, "asked");
    expect(written).toBeGreaterThan(0);

    expect(await rewordInsights(ctx)).toMatchObject({ reworded: 0, because: "off" });
    expect(await writeBriefing(ctx, today)).toMatchObject({ written: false, because: "off" });
    await expect(requestWords(ctx, { day: today })).rejects.toThrow(/switched off/);
    expect(await dispatchWeeklyBatches(systemContext())).toEqual({ batches: 0 });
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();

    expect(await ctx.tx((tx) => briefingOn(tx, today))).toMatchObject({ writtenBy: "rules" });
    expect(await showAiSettings(ctx)).toMatchObject({ isOffered: false, calls: [] });
    expect(server.requests).toEqual([]);
  });

  it("runs no work of the model's but the one that calls back what is under way", () => {
    const ids: string[] = [];
    const client = { createFunction: ({ id }: { id: string }) => void ids.push(id) };
    allFunctions(client as unknown as InngestClient);
    expect(ids).toContain("end-left-batches");
    for (const id of ["write-words", "reword-insights", "write-insight-batch"]) {
      expect(ids).not.toContain(id);
    }
  });
});
