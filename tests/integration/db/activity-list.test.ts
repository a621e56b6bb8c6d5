import { beforeAll, expect, it } from "vitest";
import { saveActivity } from "@/db/mutations/save-activity";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { type ActivityPage, activityList } from "@/db/queries/activity-list";
import { runAsAthlete } from "@/db/run-as-athlete";
import type { RunAsAthlete } from "@/db/scope";
import { addDays, localDate } from "@/lib/dates/local-date";
import type { ActivityFilters } from "@/lib/schemas/activity";
import { activityRow } from "@/tests/support/activity-row";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const MONDAY = localDate("2026-03-02");

/** Two a day for a week, at the same instant: only the id orders those. */
function sessionRow(sourceFileId: string, i: number) {
  const day = addDays(MONDAY, Math.floor(i / 2));
  const isRun = i % 2 === 0;
  return activityRow(sourceFileId, {
    sessionIndex: i,
    day,
    startedAt: new Date(`${day}T06:00:00Z`),
    title: i === 3 ? "100% of_it" : `Session ${i}`,
    sport: isRun ? "running" : "cycling",
    distanceM: isRun ? 10_000 : null,
    load: isRun ? 50 : null,
  });
}

eachDatabase("the activity list", (databases) => {
  let run: RunAsAthlete;

  beforeAll(async () => {
    const database = await databases.create();
    run = runAsAthlete(database, (await createTestAthlete(database)).athleteId);
    await run(async (tx) => {
      const source = await storeSourceFile(tx, {
        sha256: "a".repeat(64),
        kind: "fit",
        byteLength: 1,
        content: Uint8Array.of(1),
      });
      for (let i = 0; i < 14; i++) {
        await saveActivity(tx, { activity: sessionRow(source.id, i), streams: null });
      }
    });
  });

  function page(filters: ActivityFilters, cursor: string | null, limit = 5) {
    return run((tx) => activityList(tx, { filters, cursor, limit, firstWeekday: 1 }));
  }

  async function everyPage(filters: ActivityFilters): Promise<ActivityPage[]> {
    const pages = [await page(filters, null)];
    for (let next = pages[0]?.nextCursor ?? null; next !== null; ) {
      const more = await page(filters, next);
      pages.push(more);
      next = more.nextCursor;
    }
    return pages;
  }

  it("walks all pages newest first, each activity once", async () => {
    const items = (await everyPage({})).flatMap((one) => one.items);
    expect(new Set(items.map((item) => item.id)).size).toBe(14);
    expect(items).toHaveLength(14);
    const starts = items.map((item) => item.startedAt);
    expect(starts).toEqual(starts.toSorted().reverse());
  });

  it("gives the whole week's totals on every page of it", async () => {
    for (const { weeks } of await everyPage({})) {
      expect(weeks).toEqual([
        {
          firstDay: MONDAY,
          activities: 14,
          timerS: 14 * 3500,
          distanceM: 70_000,
          load: 350,
        },
      ]);
    }
  });

  it("leaves a total unknown that nothing in the week has", async () => {
    const { weeks } = await page({ sport: "cycling" }, null);
    expect(weeks[0]).toMatchObject({ activities: 7, distanceM: null, load: null });
  });

  it("filters by sport, days and words, taking wildcards literally", async () => {
    expect((await page({ sport: "running" }, null, 30)).items).toHaveLength(7);
    const tuesday = addDays(MONDAY, 1);
    expect((await page({ from: tuesday, to: tuesday }, null)).items).toHaveLength(2);
    expect((await page({ q: "SESSION 1" }, null, 30)).items.map((item) => item.title)).toEqual(
      expect.arrayContaining(["Session 1", "Session 13"]),
    );
    expect((await page({ q: "0% of_" }, null)).items).toHaveLength(1);
    expect((await page({ q: "%" }, null)).items).toHaveLength(1);
    expect((await page({ q: "_" }, null)).items).toHaveLength(1);
  });

  it("refuses a cursor that it did not make", async () => {
    for (const cursor of ["", "x", "1_2", "99999999999999999_a", "' or 1=1 --"]) {
      await expect(page({}, cursor)).rejects.toMatchObject({ code: "invalid_input" });
    }
  });
});
