import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { findProfile } from "@/db/queries/find-profile";
import { morningOn } from "@/db/queries/morning-on";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, startOfIsoWeek } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { answerToday } from "@/lib/services/answer-today";
import { answerWeek } from "@/lib/services/answer-week";
import { chooseWeights } from "@/lib/services/choose-weights";
import { registerUser } from "@/lib/services/register-user";
import { showTrackRecord } from "@/lib/services/show-track-record";
import { eachDatabase } from "../../support/test-databases";

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-track-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const MORNINGS = 100;

eachDatabase("the track record", (databases) => {
  const today = localDayAt(new Date(), "Europe/Paris");
  let ctx: AthleteContext;
  const shown = () => ctx.tx((tx) => showTrackRecord(tx, today));

  beforeAll(async () => {
    setDatabase(await databases.create());
    const account = { email: "track@example.test", name: "Eva", password: "a-long-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(account.email);
  });
  afterAll(() => setDatabase(null));

  /** Mornings whose check-in follows sleep alone, and a run a day whose effort is known. */
  async function live(): Promise<void> {
    await ctx.tx(async ({ db, athleteId }) => {
      for (let ago = MORNINGS; ago >= 1; ago -= 1) {
        const day = addDays(today, -ago);
        const parts = [(ago * 37) % 101, (ago * 53) % 97, (ago * 71) % 100, (ago * 29) % 89];
        const [hrv, rhr, sleep, stress] = parts as [number, number, number, number];
        const contributions = Object.entries({ hrv, rhr, sleep, stress }).map(
          ([component, score]) => ({ component, score }),
        );
        const recovery = JSON.stringify({
          score: 0.4 * hrv + 0.3 * rhr + 0.2 * sleep,
          contributions,
        });
        const decision = JSON.stringify({ decision: ago % 10 === 0 ? "rest" : "go" });
        await db.execute(sql`insert into mornings (athlete_id, day, recovery, decision, recommendation, inputs, computed_at)
          values (${athleteId}, ${day}, ${recovery}::jsonb, ${decision}::jsonb, '{"workout": null}', '{}', now())`);
        await db.execute(sql`insert into check_ins (athlete_id, day, readiness, soreness, mood, stress)
          values (${athleteId}, ${day}, ${1 + Math.floor(sleep / 20.1)}, 3, 3, 3)`);
        // Every tenth day is a rest day, trained all the same, and felt hard.
        await db.execute(sql`insert into activities (athlete_id, sport, title, started_at, utc_offset_s, day, elapsed_s, timer_s, load, load_method, rpe, device, analysed_at)
          values (${athleteId}, 'running', 'Run', ${`${day}T16:00:00Z`}, 0, ${day}, 3600, 3600, 50, 'rtss', ${ago % 10 === 0 ? 8 : 4}, '{}', now())`);
      }
    });
  }

  it("says that there is nothing to judge before there is", async () => {
    const { record, days, proposal, felt } = await shown();
    expect(days).toEqual([]);
    expect(record).toMatchObject({ hit: null, followed: 0, unknown: 0 });
    expect(felt).toEqual({ correlation: null, pairs: 0 });
    expect(proposal.reason).toContain("0 of 60");
    await expect(chooseWeights(ctx, { choice: "own" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("counts rest that was not heeded and the days that went as expected", async () => {
    await live();
    const { record, days } = await shown();
    expect(days).toHaveLength(MORNINGS);
    expect(record.byDecision.rest).toMatchObject({ count: 9, of: 9 });
    // The first five runs have no usual yet; the first was on a rest day.
    expect(record.byDecision.go).toMatchObject({ count: 86, of: 86 });
    expect(record.unknown).toBe(5);
  });

  it("keeps one answer a week, the last one", async () => {
    await answerWeek(ctx, { readiness: 2 });
    await answerWeek(ctx, { readiness: 4 });
    const week = addDays(startOfIsoWeek(today), -7);
    expect((await shown()).weeks).toEqual([{ week, readiness: 4 }]);
  });

  it("proposes weights that tell better how it felt; taken and given back, the past stays", async () => {
    const { proposal } = await shown();
    expect(proposal).toMatchObject({ reason: null, mornings: MORNINGS });
    expect(proposal.weights?.sleep).toBeGreaterThan(0.2);
    await ctx.tx(({ db, athleteId }) =>
      db.execute(sql`insert into wellness_days (athlete_id, day, hrv_rmssd_ms, resting_hr_bpm, sleep_s, stress_avg, updated_at)
        select ${athleteId}, ${today}::date - ago, 50 + ago % 3, 50, 28800 - 7200 * (ago = 0)::int, 30, now()
        from generate_series(0, 9) ago`),
    );
    const scoreToday = async () => {
      await answerToday(ctx);
      const morning = await ctx.tx((tx) => morningOn(tx, today));
      return morning?.recovery;
    };
    const usual = await scoreToday();
    expect(usual?.formula).toBe("REC-1@1");
    await chooseWeights(ctx, { choice: "own" });
    const own = await scoreToday();
    expect(own?.formula).toBe("REC-1@1 own weights");
    const weightOf = (name: string) =>
      own?.contributions.find(({ component }) => component === name)?.weight;
    expect(weightOf("sleep")).toBeCloseTo(proposal.weights?.sleep ?? 0, 9);
    expect(own?.score).not.toBe(usual?.score);
    await chooseWeights(ctx, { choice: "default" });
    expect(await scoreToday()).toEqual(usual);
    expect((await ctx.tx(findProfile)).ownWeights).toEqual([]);
  });
});
