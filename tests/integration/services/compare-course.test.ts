import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { stopRunningJobs } from "@/lib/runtime/running-jobs";
import { compareCourse } from "@/lib/services/compare-course";
import { editActivity } from "@/lib/services/edit-activity";
import { registerUser } from "@/lib/services/register-user";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf } from "../../support/training-files";

vi.setConfig({ testTimeout: 120_000 });

// Read once per process, so both databases share the folder.
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-course-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";

eachDatabase("the same course", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  let ctx: AthleteContext;

  beforeAll(async () => {
    setDatabase(await databases.create());
    const account = { email: "course@example.test", name: "Ada", password: "a-long-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(account.email);
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  it("is found by its track, ranked by time, within one sport, and follows edits", async () => {
    const ids: string[] = [];
    for (const [daysAgo, intensity] of [
      [9, 0.8],
      [6, 0.79],
      [3, 0.5],
    ] as const) {
      const file = fitFileOf(addDays(today, -daysAgo), "cycling", intensity);
      const { rows } = await importForTest(ctx, { [`ride-${daysAgo}.fit`]: file });
      ids.push(rows[0]?.activities[0] ?? "");
    }
    const [first = "", again = "", other = ""] = ids;
    const compared = (id: string) => ctx.tx((tx) => compareCourse(tx, id));
    expect((await compared(first))?.efforts.map(({ id }) => id).toSorted()).toEqual(
      [first, again].toSorted(),
    );
    expect(await compared(other)).toBeNull();
    // The same time: they share the first place. Then one of them loses its last seconds.
    expect([(await compared(first))?.place, (await compared(again))?.place]).toEqual([1, 1]);
    const shorter = { kind: "exclude", value: { fromS: 895, toS: 900 } } as const;
    await editActivity(ctx, { activityId: again, edit: shorter });
    expect((await compared(again))?.place).toBe(1);
    expect((await compared(first))?.place).toBe(2);
    await editActivity(ctx, { activityId: again, edit: { kind: "sport", value: "running" } });
    expect(await compared(first)).toBeNull();
  });

  it("is none without a track, and for nobody's activity", async () => {
    expect(await ctx.tx((tx) => compareCourse(tx, "no id"))).toBeNull();
  });
});
