import { randomUUID } from "node:crypto";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { migrationFiles } from "@/db/migrate/migration-files";
import { openDatabase } from "@/db/open/open-database";
import { rows } from "@/db/rows";
import { MIGRATIONS } from "@/tests/support/database-templates";
import { eachDatabase, onPostgres } from "@/tests/support/test-databases";

const scratch = mkdtempSync(path.join(tmpdir(), "formline-migrations-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Entry = { idx: number; version: string; when: number; tag: string; breakpoints: boolean };
let copies = 0;

/** A copy of the migrations, changed; `add` appends one. */
function changedFolder(change: (folder: string, entries: Entry[]) => void): string {
  const folder = path.join(scratch, `${++copies}`);
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = path.join(folder, "meta", "_journal.json");
  const content = JSON.parse(readFileSync(journal, "utf8")) as { entries: Entry[] };
  change(folder, content.entries);
  writeFileSync(journal, JSON.stringify(content));
  return folder;
}

function add(folder: string, entries: Entry[], tag: string, text: string): void {
  const last = entries.at(-1);
  const when = (last?.when ?? 0) + 1;
  entries.push({ idx: entries.length, version: "7", when, tag, breakpoints: true });
  writeFileSync(path.join(folder, `${tag}.sql`), text);
}

const migrate = (database: OpenDatabase, folder: string, attempts = 1) =>
  migrateDatabase(database, { folder, log: () => undefined, attempts });

describe("the migration files", () => {
  it("are in order, their times strictly increasing", () => {
    const files = migrationFiles(MIGRATIONS);
    expect(files.length).toBeGreaterThan(0);
    const times = files.map((file) => file.createdAtMs);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it("are refused when one has the time of the one before, or is missing", () => {
    const sameTime = changedFolder((_, entries) => {
      const [first, second] = entries;
      if (first && second) second.when = first.when;
    });
    expect(() => migrationFiles(sameTime)).toThrow("is not later than");
    const missing = changedFolder((folder, entries) => {
      rmSync(path.join(folder, `${entries[0]?.tag}.sql`));
    });
    expect(() => migrationFiles(missing)).toThrow("missing");
  });
});

eachDatabase("migrating", (databases) => {
  it("does nothing the second time", async () => {
    expect(await migrate(await databases.create(), MIGRATIONS)).toEqual([]);
  });

  it("applies what is new, all or nothing", async () => {
    const database = await databases.create();
    const broken = changedFolder((folder, entries) => {
      add(folder, entries, "9000_one", "create table one (n integer)");
      add(folder, entries, "9001_two", "create table one (n integer)");
    });
    await expect(migrate(database, broken)).rejects.toThrow();
    const [left] = rows<{ one: string | null }>(
      await database.db.execute(sql`select to_regclass('public.one') as one`),
    );
    expect(left?.one).toBeNull();
    const whole = changedFolder((folder, entries) => {
      add(folder, entries, "9000_one", "create table one (n integer)");
    });
    expect(await migrate(database, whole)).toEqual(["9000_one"]);
    expect(await migrate(database, whole)).toEqual([]);
    await expect(migrate(database, MIGRATIONS), "an older version").rejects.toThrow(
      /9000_one was applied by a newer version/,
    );
  });

  it("refuses a history that is not the beginning of its own", async () => {
    const database = await databases.create();
    const edited = changedFolder((folder, entries) => {
      appendFileSync(path.join(folder, `${entries[1]?.tag}.sql`), "\n-- edited");
    });
    await expect(migrate(database, edited)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("has been changed since it was applied"),
    });
    const swapped = changedFolder((folder, entries) => {
      entries.length = 0;
      add(folder, entries, "0000_other", "select 1");
    });
    await expect(migrate(database, swapped)).rejects.toMatchObject({ code: "conflict" });
  });
});

const RECORDS = "mornings_and_wellness_records_security";

/** The migrations up to the one of that name, with it or without. */
function folderUpTo(name: string, isIncluded: boolean): string {
  return changedFolder((_, entries) => {
    const at = entries.findIndex((entry) => entry.tag.endsWith(name));
    entries.splice(at + (isIncluded ? 1 : 0));
  });
}

onPostgres("migrating a PostgreSQL", (server) => {
  it("makes each source of a stored wellness day a record", async () => {
    const database = await openDatabase({ databaseUrl: await server.createUrl("empty") });
    await migrate(database, folderUpTo(RECORDS, false));
    const [userId, athleteId] = [randomUUID(), randomUUID()];
    const night = { sleepS: "garmin:sleep", sleepStartAt: "garmin:sleep", spo2Pct: "ring:night" };
    await database.transaction([], async (db) => {
      await db.execute(sql`insert into users (id, email, email_key, name, password_hash)
        values (${userId}, 'a@example.test', 'a@example.test', 'A', 'x')`);
      await db.execute(sql`insert into athletes (id, user_id, display_name, time_zone)
        values (${athleteId}, ${userId}, 'A', 'Europe/Paris')`);
      await db.execute(sql`insert into wellness_days
        (athlete_id, day, sleep_s, sleep_start_at, spo2_pct, sources, updated_at) values
        (${athleteId}, '2026-03-10', 27000, '2026-03-09T22:00:00Z', 96.5, ${JSON.stringify(night)}, now())`);
    });
    await migrate(database, folderUpTo(RECORDS, true));
    const found = await database.transaction([], (db) =>
      db.execute(sql`select source, fields from wellness_records order by source`),
    );
    expect(rows(found)).toEqual([
      { source: "garmin:sleep", fields: { sleepS: 27000, sleepStartEpochS: 1773093600 } },
      { source: "ring:night", fields: { spo2Pct: 96.5 } },
    ]);
    await database.close();
  });

  it("is done once when processes start together", async () => {
    const databaseUrl = await server.createUrl("empty");
    const processes = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl })));
    const applied = await Promise.all(processes.map((database) => migrate(database, MIGRATIONS)));
    expect(applied.map((tags) => tags.length).sort()).toEqual([
      0,
      0,
      migrationFiles(MIGRATIONS).length,
    ]);
    await Promise.all(processes.map((database) => database.close()));
  });

  it("waits 5 s for a table that is held, then says so, and goes on when it is free", async () => {
    const databaseUrl = await server.createUrl("migrated");
    const database = await openDatabase({ databaseUrl });
    const folder = changedFolder((at, entries) => {
      add(at, entries, "9000_note", "alter table activities add column mood text");
    });
    const holder = new Client({ connectionString: databaseUrl });
    await holder.connect();
    await holder.query("begin; lock table activities in access share mode");
    await expect(migrate(database, folder)).rejects.toMatchObject({ code: "unavailable" });
    const waiting = migrate(database, folder, 3);
    await holder.query("commit");
    expect(await waiting).toEqual(["9000_note"]);
    await holder.end();
    await database.close();
  }, 30_000);
});
