import { createHash } from "node:crypto";
import {
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { inflateRawSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ARCHIVE_TABLES, NOT_ARCHIVED, STREAMS_TABLE } from "@/db/archive/archive-tables";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { checkDatabase } from "@/db/maintenance/check-database";
import { tablesInOrder } from "@/db/maintenance/tables-in-order";
import { addContextEvent } from "@/db/mutations/add-context-event";
import { saveInsights } from "@/db/mutations/insights";
import { saveCheckIn } from "@/db/mutations/save-check-in";
import { saveWeeklyReadiness } from "@/db/mutations/save-weekly-readiness";
import { updateProfile as setProfile } from "@/db/mutations/update-profile";
import { activityRecordings } from "@/db/queries/activity-recordings";
import { findProfile } from "@/db/queries/find-profile";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { ports } from "@/lib/auth/ports";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { stopRunningJobs } from "@/lib/runtime/running-jobs";
import type { ArchiveManifest } from "@/lib/schemas/archive";
import { addThreshold } from "@/lib/services/add-threshold";
import { editActivity } from "@/lib/services/edit-activity";
import { exportArchive } from "@/lib/services/export-archive";
import { readArchive } from "@/lib/services/read-archive";
import { registerUser } from "@/lib/services/register-user";
import { restoreArchive } from "@/lib/services/restore-archive";
import { separateRecording } from "@/lib/services/separate-recording";
import { updateProfile } from "@/lib/services/update-profile";
import type { OwnWeights } from "@/lib/training/recovery/recovery-types";
import { MIGRATIONS } from "@/tests/support/database-templates";
import { importForTest } from "@/tests/support/import-for-test";
import { insightRow } from "@/tests/support/insight-row";
import { createTestDatabase } from "@/tests/support/pglite-database";
import { eachDatabase } from "@/tests/support/test-databases";
import { fitFileOf, sleepPayload } from "@/tests/support/training-files";
import { bikeComputerFile, watchFile } from "@/tests/support/two-devices";
import { writeZip } from "@/tests/support/write-zip";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-archive-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";
const PASSWORD = "a-long-enough-pass-phrase";
const fileOf = (name: string) => path.join(dataDir, name);

async function newAthlete(email: string): Promise<AthleteContext> {
  const account = { email, name: "Ada", password: PASSWORD, timeZone: TIME_ZONE };
  await registerUser(systemContext(), account, LOCAL_ORIGIN);
  return athleteContextForCommandLine(email);
}

/** Jobs belong to the database that they were started on. */
async function use(database: OpenDatabase | null): Promise<void> {
  await stopRunningJobs();
  setDatabase(database);
}

async function exported(ctx: AthleteContext, email: string, file: string): Promise<void> {
  await pipeline(exportArchive(ctx, { email }), createWriteStream(file));
}

async function restored(ctx: AthleteContext, file: string) {
  const archive = await readArchive(ports.zip, file);
  try {
    return await restoreArchive(ctx, archive);
  } finally {
    archive.zip.close();
  }
}

async function contentOf(file: string): Promise<Map<string, Buffer>> {
  const zip = await ports.zip.open(file);
  const content = new Map<string, Buffer>();
  for (const name of zip.names) {
    const parts: Uint8Array[] = [];
    for await (const chunk of zip.read(name)) parts.push(chunk);
    content.set(name, Buffer.concat(parts));
  }
  zip.close();
  return content;
}

/** An archive with some entries changed, added or (null) left out. */
async function changed(
  file: string,
  changes: Readonly<Record<string, Buffer | string | null>>,
  name: string,
): Promise<string> {
  const content = new Map<string, Buffer | string | null>(await contentOf(file));
  for (const [entry, value] of Object.entries(changes)) content.set(entry, value);
  const at = fileOf(name);
  const entries = [...content].flatMap(([entry, value]) =>
    value === null ? [] : [{ name: entry, content: Buffer.from(value) }],
  );
  writeFileSync(at, writeZip(entries));
  return at;
}

const manifestIn = async (file: string) =>
  JSON.parse(String((await contentOf(file)).get("manifest.json"))) as ArchiveManifest;

/** Every row of the athlete that an archive holds, times in UTC. */
function everythingOf(ctx: AthleteContext): Promise<Record<string, string[]>> {
  return ctx.tx(async ({ db }) => {
    await db.execute(sql`set local time zone 'UTC'`);
    const all: Record<string, string[]> = {};
    for (const table of [...ARCHIVE_TABLES.map((one) => one.table), STREAMS_TABLE]) {
      const found = await db.execute(
        sql`select (to_jsonb(t) - 'athlete_id' - 'content')::text as row from ${sql.identifier(table)} t order by 1`,
      );
      all[table] = rows<{ row: string }>(found).map(({ row }) => row);
    }
    return all;
  });
}

async function originalsOf(ctx: AthleteContext): Promise<Map<string, string>> {
  const found = await ctx.tx(({ db }) => db.execute(sql`select sha256, content from source_files`));
  return new Map(
    rows<{ sha256: string; content: Uint8Array }>(found).map(({ sha256, content }) => [
      sha256,
      Buffer.from(inflateRawSync(content)).toString("hex"),
    ]),
  );
}

const OWN_WEIGHTS: OwnWeights = {
  fromDay: localDate("2026-03-02"),
  untilDay: null,
  weights: { hrv: 0.3, rhr: 0.3, sleep: 0.3, stress: 0.1 },
  mornings: 80,
  correlation: { own: 0.21, fitted: 0.34 },
  formula: "TRK-W@1",
};

eachDatabase("an athlete's archive", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  const ride = fitFileOf(addDays(today, -3), "cycling");
  const email = "ada@example.test";
  const archive = fileOf(`${databases.driver}.zip`);
  let source: OpenDatabase;
  let ada: AthleteContext;

  beforeAll(async () => {
    source = await databases.create();
    await use(source);
    ada = await newAthlete(email);
    await updateProfile(ada, {
      sex: "f",
      heightM: 1.72,
      units: "imperial",
      morningMinute: 300,
      gradedPaceModel: "energy_cost",
    });
    await addThreshold(ada, {
      kind: "ftp_w",
      sport: "cycling",
      value: 230,
      validFrom: addDays(today, -60),
    });
    const files: Record<string, Uint8Array> = { "ride.fit": ride };
    for (let i = 0; i < 12; i++)
      files[`night-${i}.json`] = sleepPayload(addDays(today, -i), 55 + i);
    files["run.fit"] = fitFileOf(addDays(today, -2), "running");
    files["computer.fit"] = bikeComputerFile(addDays(today, -6));
    files["watch.fit"] = watchFile(addDays(today, -6));
    files["computer apart.fit"] = bikeComputerFile(addDays(today, -9));
    files["watch apart.fit"] = watchFile(addDays(today, -9));
    files["notes.txt"] = new TextEncoder().encode("no training data");
    await importForTest(ada, files);
    await ada.tx(async (tx) => {
      const answers = { readiness: 2, soreness: 3, mood: 4, stress: 2, hasSymptoms: true };
      await saveCheckIn(tx, { day: today, ...answers, note: "Sore throat" });
      await addContextEvent(tx, { kind: "race", title: "Hill race", fromDay: today, toDay: today });
      await saveInsights(tx, [insightRow(today)]);
      await saveWeeklyReadiness(tx, addDays(today, -7), 4);
      await setProfile(tx, {
        ownWeights: [OWN_WEIGHTS],
        memoryEdits: { "usual-week": { text: "Five days" }, longest: { isHidden: true } },
      });
    });
    const found = await ada.tx(({ db }) =>
      db.execute(sql`select id, day from activities order by started_at`),
    );
    const [apart, , named] = rows<{ id: string }>(found).map((row) => row.id);
    const [, leaving] = await ada.tx((tx) => activityRecordings(tx, apart ?? ""));
    await separateRecording(ada, { activityId: apart ?? "", recordingId: leaving?.id ?? "" });
    await editActivity(ada, {
      activityId: named ?? "",
      edit: { kind: "title", value: '=Cafe, "ride"' },
    });
    await importForTest(ada, { "once more.fit": ride });
    // Somebody else, of whom nothing may be in it.
    const other = await newAthlete("grace@example.test");
    await importForTest(other, { "hers.fit": fitFileOf(addDays(today, -1), "running", 0.7) });
    await exported(ada, email, archive);
  });
  afterAll(async () => {
    await use(null);
  });

  it("decides about every table that an athlete owns", async () => {
    const names = await source.transaction([], async (tx) => {
      const owned = rows<{ name: string }>(
        await tx.execute(sql`
          select c.relname as name from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'athlete_id'
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`),
      ).map((row) => row.name);
      return (await tablesInOrder(tx)).filter((name) => owned.includes(name));
    });
    const archived = [...ARCHIVE_TABLES.map((one) => one.table), STREAMS_TABLE];
    const decided = [...archived, ...Object.keys(NOT_ARCHIVED)];
    expect(
      names.filter((name) => !decided.includes(name)),
      "name each in ARCHIVE_TABLES, or in NOT_ARCHIVED with the reason",
    ).toEqual([]);
    expect(decided.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("holds the originals byte for byte, rows, tables and a manifest that fits", async () => {
    const content = await contentOf(archive);
    const manifest = await manifestIn(archive);
    const sha256 = createHash("sha256").update(ride).digest("hex");
    expect(content.get(`originals/${sha256}.fit`)?.equals(ride)).toBe(true);
    expect([...content.keys()].at(-1)).toBe("manifest.json");
    expect(manifest.entries.map((entry) => entry.path)).toEqual([...content.keys()].slice(0, -1));
    for (const { path: entry, bytes, sha256: sum } of manifest.entries) {
      const unpacked = content.get(entry) ?? Buffer.alloc(0);
      expect([unpacked.byteLength, createHash("sha256").update(unpacked).digest("hex")]).toEqual([
        bytes,
        sum,
      ]);
    }
    const csv = String(content.get("csv/activities.csv")).split("\r\n");
    expect(csv[0]).toMatch(/^id,day,started_at,/);
    expect(csv.length - 2).toBe(manifest.tables.find((one) => one.table === "activities")?.rows);
    expect(csv.join("\n")).toContain(`"'=Cafe, ""ride"""`);
    expect(String(content.get("csv/days.csv"))).toMatch(/,(go|ease|rest),/);
    expect(String(content.get("csv/wellness.csv")).split("\r\n")[1]).toContain(",66,");
  });

  it("holds no secret and nothing of anybody else", async () => {
    const all = [...(await contentOf(archive))].map(([name, bytes]) => `${name}\n${bytes}`).join();
    expect(all).not.toMatch(/password|\$argon2|session_?id|spool_?key/i);
    expect(all).not.toContain(ada.athleteId);
    expect(all).not.toContain("hers.fit");
    expect(all).not.toContain("grace@example.test");
    expect(all).toContain(email);
  });

  it("leaves nothing in the spool, also when the reader goes away", async () => {
    const spooled = () => readdirSync(path.join(dataDir, "spool"));
    expect(spooled()).toEqual([]);
    const reading = exportArchive(ada, { email });
    expect((await reading.next()).done).toBe(false);
    expect(spooled()).not.toEqual([]);
    await reading.return(undefined);
    expect(spooled()).toEqual([]);
  });

  describe("restored on an empty server", () => {
    it("is everything as it was, in this kind of database and in the embedded one", async () => {
      const before = await everythingOf(ada);
      const originals = await originalsOf(ada);
      const { id: _, ...profile } = await ada.tx(findProfile);
      for (const table of Object.keys(before)) expect(before[table], table).not.toEqual([]);
      const embedded = await createTestDatabase();
      for (const target of [await databases.create(), embedded]) {
        await use(target);
        const back = await newAthlete("ada.again@example.test");
        const counts = await restored(back, archive);
        expect(counts.activities).toBe(before.activities?.length);
        expect(await everythingOf(back)).toEqual(before);
        expect(await originalsOf(back)).toEqual(originals);
        expect(await back.tx(findProfile)).toMatchObject(profile);
        expect(await checkDatabase(target, { folder: MIGRATIONS })).toEqual([]);
        // And out again: the same archive but for the account.
        const again = fileOf(`${databases.driver}-again.zip`);
        await exported(back, email, again);
        expect((await manifestIn(again)).entries).toEqual((await manifestIn(archive)).entries);
      }
      await use(source);
      await embedded.close();
    });

    it("goes on from there: the files are known, and what was told apart stays apart", async () => {
      const target = await databases.create();
      await use(target);
      const back = await newAthlete("ada.again@example.test");
      await restored(back, archive);
      const before = await everythingOf(back);
      const { summary } = await importForTest(back, {
        "ride.fit": ride,
        "watch apart.fit": watchFile(addDays(today, -9)),
      });
      expect(summary).toMatchObject({ imported: 0, duplicate: 2 });
      const after = await everythingOf(back);
      for (const table of ["activities", "recordings", "recording_separations", "source_files"]) {
        expect(after[table], table).toEqual(before[table]);
      }
      await use(source);
    });
  });

  describe("is refused, and leaves nothing,", () => {
    async function refusal(file: string) {
      const target = await createTestDatabase();
      await use(target);
      try {
        const back = await newAthlete("ada.again@example.test");
        const error = await restored(back, file).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(Object.values(await everythingOf(back)).flat()).toEqual([]);
        return error as { code: string; message: string } | null;
      } finally {
        await use(source);
        await target.close();
      }
    }

    it("when an entry is not what was exported: its name is told", async () => {
      const { entries } = await manifestIn(archive);
      const original = entries.find((entry) => entry.path.endsWith(".fit"))?.path ?? "";
      for (const [i, [entry, value]] of [
        ["data/activities.jsonl", "{}\n"] as const,
        [original, ride.subarray(1)] as const,
        ["csv/days.csv", null] as const,
        ["data/more.jsonl", "{}\n"] as const,
      ].entries()) {
        const file = await changed(
          archive,
          { [entry]: value === null ? null : Buffer.from(value) },
          `damaged-${i}.zip`,
        );
        expect(await refusal(file), entry).toMatchObject({
          code: "invalid_input",
          message: expect.stringContaining(entry),
        });
      }
    });

    it("when it is of a newer schema: what to do is told", async () => {
      const manifest = await manifestIn(archive);
      const newer = {
        ...manifest,
        schema: { migrations: manifest.schema.migrations + 1, newest: "0999_later" },
      };
      const unknown = {
        ...manifest,
        tables: [
          ...manifest.tables,
          { table: "moods", path: "data/moods.jsonl", columns: ["day"], rows: 0 },
        ],
      };
      for (const [name, content] of Object.entries({ newer, unknown })) {
        const file = await changed(
          archive,
          { "manifest.json": JSON.stringify(content) },
          `${name}.zip`,
        );
        expect(await refusal(file), name).toMatchObject({
          code: "conflict",
          message: expect.stringMatching(/Update this server|Restore it with the version/),
        });
      }
    });

    it("when it is no archive, or cut short", async () => {
      const half = fileOf("half.zip");
      writeFileSync(half, readFileSync(archive).subarray(0, 5000));
      const plain = fileOf("plain.zip");
      writeFileSync(plain, writeZip([{ name: "ride.fit", content: ride }]));
      for (const file of [half, plain]) {
        expect(await refusal(file)).toMatchObject({ code: "invalid_input" });
      }
    });

    it("when the account holds data already, or the server does", async () => {
      await expect(restored(ada, archive)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("holds data already"),
      });
      const twin = await newAthlete(`twin-${databases.driver}@example.test`);
      await expect(restored(twin, archive)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("empty server"),
      });
    });
  });
});
