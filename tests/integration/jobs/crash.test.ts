import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { crashAtEveryBoundary } from "../../support/crash-harness";
import { EXPECTED_EFFECTS } from "./crash-functions";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../../db/migrations");
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "formline-crash-"));
  const database = await openDatabase({ dataDir: path.join(scratch, "template") });
  await migrateDatabase(database, { folder: MIGRATIONS, log: () => undefined });
  await database.db.execute(sql`create table crash_effects (name text primary key)`);
  await database.close();
}, 60_000);

afterAll(() => rm(scratch, { recursive: true, force: true }));

it("loses and doubles nothing when it is killed at any step boundary", async () => {
  const boundaries = await crashAtEveryBoundary({
    script: path.join(import.meta.dirname, "crash-child.ts"),
    prepare: async (boundary) => {
      const dataDir = path.join(scratch, String(boundary));
      await cp(path.join(scratch, "template"), dataDir, { recursive: true });
      return [dataDir];
    },
    verify: async ({ output, args }) => {
      const report = JSON.parse(/^report (.*)$/m.exec(output)?.[1] ?? "null");
      expect(report).toEqual({
        effects: EXPECTED_EFFECTS.toSorted(),
        runs: ["formline-receive", "formline-receive", "formline-work"],
        steps: expect.arrayContaining(["first", "left", "right", "tell", "rest", "last"]),
      });
      expect(report.steps).toHaveLength(6);
      await rm(args[0] ?? "", { recursive: true, force: true });
    },
  });
  // Five executed steps, each with a boundary before and after its result is recorded.
  expect(boundaries).toBe(10);
}, 300_000);
