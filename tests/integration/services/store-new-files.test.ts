import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { startBatch } from "@/db/mutations/start-batch";
import { importBatchResult } from "@/db/queries/import-batch-result";
import { nextImportFiles } from "@/db/queries/next-import-files";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, localDate } from "@/lib/dates/local-date";
import { addThreshold } from "@/lib/services/add-threshold";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { type ReadFile, readImportFiles } from "@/lib/services/read-import-files";
import { receiveUpload } from "@/lib/services/receive-upload";
import { registerUser } from "@/lib/services/register-user";
import { storeImportFile } from "@/lib/services/store-import-file";
import { storeImportFiles } from "@/lib/services/store-import-files";
import { storeNewFiles } from "@/lib/services/store-new-files";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf } from "../../support/training-files";
import { writeFitActivity } from "../../support/write-fit-activity";

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-store-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const DAY = localDate("2026-03-01");
const START = Date.UTC(2026, 2, 20, 8) / 1000;
const BRICK = writeFitActivity({
  startEpochS: START,
  sessions: [
    { atS: 0, durationS: 300, sport: "cycling" },
    { atS: 300, durationS: 300, sport: "running" },
  ],
  records: Array.from({ length: 600 }, (_, atS) => ({ atS, heartRate: 140, distance: atS * 5 })),
});
const NEW: Readonly<Record<string, Uint8Array>> = {
  "ride.fit": fitFileOf(DAY, "cycling"),
  "run.fit": fitFileOf(addDays(DAY, 1), "running"),
  "hard ride.fit": fitFileOf(addDays(DAY, 2), "cycling", 0.95),
  "brick.fit": BRICK,
};

/** What a row says, without what differs between two imports of the same. */
const SAID: Readonly<Record<string, string>> = {
  source_files: "id,athlete_id,created_at",
  activities: "id,athlete_id,source_file_id,created_at,analysed_at",
  activity_streams: "activity_id,athlete_id",
  activity_curves: "activity_id,athlete_id",
  best_efforts: "activity_id,athlete_id",
  activity_courses: "activity_id,athlete_id",
  recordings: "id,athlete_id,activity_id,source_file_id,created_at,combined_at",
};

eachDatabase("storing read files together", (databases) => {
  let athletes = 0;

  beforeAll(async () => {
    setDatabase(await databases.create());
  });
  afterAll(() => setDatabase(null));

  async function reader(): Promise<AthleteContext> {
    const email = `store-${++athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  }

  async function readFiles(ctx: AthleteContext, files: Readonly<Record<string, Uint8Array>>) {
    const { batchId } = await createImportBatch(ctx, "command_line");
    for (const [name, bytes] of Object.entries(files)) {
      await receiveUpload(ctx, { batchId, name, chunks: once(bytes) });
    }
    const next = await ctx.tx((tx) => nextImportFiles(tx, batchId, { since: null, limit: 99 }));
    const read = await readImportFiles(ctx, next.files);
    return { batchId, read, files: read.files };
  }

  const oneByOne = (ctx: AthleteContext, files: readonly ReadFile[]) =>
    ctx.tx(async (tx) => {
      for (const file of files) await storeImportFile(ctx, tx, file);
    });

  async function said(ctx: AthleteContext): Promise<Record<string, unknown[]>> {
    return ctx.tx(async ({ db }) => {
      const tables: Record<string, unknown[]> = {};
      for (const [table, without] of Object.entries(SAID)) {
        const found = await db.execute(
          sql.raw(
            `select to_jsonb(t) - string_to_array('${without}', ',') as row from ${table} t order by 1`,
          ),
        );
        tables[table] = rows<{ row: unknown }>(found).map(({ row }) => row);
      }
      return tables;
    });
  }

  it("leaves the same rows as one by one", async () => {
    const [together, single] = [await reader(), await reader()];
    const { files } = await readFiles(together, NEW);
    expect(await together.tx((tx) => storeNewFiles(tx, files))).toEqual([]);
    await oneByOne(single, (await readFiles(single, NEW)).files);
    const found = await said(together);
    expect(found).toEqual(await said(single));
    expect(found.activities).toHaveLength(5);
    for (const table of Object.keys(SAID)) expect(found[table]?.length, table).toBeGreaterThan(0);
  });

  it("tells the ledger what became of each file", async () => {
    const ctx = await reader();
    const { batchId, files } = await readFiles(ctx, NEW);
    await ctx.tx((tx) => storeNewFiles(tx, files));
    const { rows: ledger } = await ctx.tx((tx) => importBatchResult(tx, batchId));
    expect(ledger.map((row) => [row.file, row.outcome, row.activities.length])).toEqual([
      ["ride.fit", "imported", 1],
      ["run.fit", "imported", 1],
      ["hard ride.fit", "imported", 1],
      ["brick.fit", "imported", 2],
    ]);
  });

  it("stores nothing that was analysed by capacities that hold no longer", async () => {
    const ctx = await reader();
    const { batchId, read } = await readFiles(ctx, NEW);
    await ctx.tx((tx) => startBatch(tx, batchId));
    await addThreshold(ctx, { kind: "ftp_w", sport: "cycling", value: 250, validFrom: DAY });
    expect(await storeImportFiles(ctx, batchId, read)).toBe("outdated");
    expect((await said(ctx)).source_files).toEqual([]);
    const again = await ctx.tx((tx) => nextImportFiles(tx, batchId, { since: null, limit: 99 }));
    const now = await readImportFiles(ctx, again.files);
    expect(await storeImportFiles(ctx, batchId, now)).toBe("stored");
    expect((await said(ctx)).activities).toHaveLength(5);
  });

  it("leaves to the careful way what may have been there before", async () => {
    const ctx = await reader();
    const ride = NEW["ride.fit"] as Uint8Array;
    await oneByOne(ctx, (await readFiles(ctx, { "ride.fit": ride })).files);
    const run = fitFileOf(addDays(DAY, 5), "running");
    const { files } = await readFiles(ctx, {
      "the ride, cut short.fit": ride.subarray(0, Math.floor(ride.length * 0.7)),
      "one of two.fit": run,
      "two of two.fit": run,
      "notes.txt": new TextEncoder().encode("no training data"),
      "plainly new.fit": fitFileOf(addDays(DAY, 9), "running"),
    });
    const left = await ctx.tx((tx) => storeNewFiles(tx, files));
    expect(left).toHaveLength(4);
    const days = (await said(ctx)).activities?.map((row) => (row as { day: string }).day);
    expect(days?.toSorted()).toEqual([DAY, addDays(DAY, 9)]);
  });
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
