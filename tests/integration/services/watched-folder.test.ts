import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { getDatabase, setDatabase } from "@/db/client";
import { watchedFolder } from "@/db/queries/watched-folder";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import type { StepObserver } from "@/inngest/embedded/drive-run";
import { importBatch } from "@/inngest/functions/import-batch";
import { watchFolder } from "@/inngest/functions/watch-folder";
import { type Jobs, startJobs } from "@/inngest/start-jobs";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  athleteContextForJob,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { createWatchedFolder } from "@/lib/integrations/folder/watched-folder";
import { createLogger } from "@/lib/logger";
import { finishImportBatch } from "@/lib/runtime/finish-import-batch";
import { stopRunningJobs } from "@/lib/runtime/running-jobs";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { dispatchFolderLooks } from "@/lib/services/dispatch-folder-looks";
import { receiveUpload } from "@/lib/services/receive-upload";
import { registerUser } from "@/lib/services/register-user";
import { takeWatchedFiles } from "@/lib/services/take-watched-files";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf } from "../../support/training-files";
import { writeZip } from "../../support/write-zip";

vi.setConfig({ testTimeout: 180_000 });

// Read once per process, so both databases share the folders.
const home = mkdtempSync(path.join(tmpdir(), "formline-watch-"));
const folder = path.join(home, "training");
vi.stubEnv("FORMLINE_DATA_DIR", path.join(home, "data"));
vi.stubEnv("FORMLINE_WATCH_DIR", folder);
vi.stubEnv("LOG_LEVEL", "fatal");
afterAll(() => rmSync(home, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";
const NOBODY = 65_534;

eachDatabase("the watched folder", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  const ride = fitFileOf(addDays(today, -3), "cycling");
  const run = fitFileOf(addDays(today, -2), "running");

  beforeEach(async () => {
    setDatabase(await databases.create());
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  async function athlete(email: string): Promise<AthleteContext> {
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  }

  function put(name: string, content: Uint8Array | string): void {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }

  /** One look, as the job does it, with less patience; returns how many files were taken. */
  async function look(settleMs = 50): Promise<number> {
    const { athleteIds } = await dispatchFolderLooks(systemContext());
    let files = 0;
    for (const athleteId of athleteIds) {
      const ctx = await athleteContextForJob(athleteId);
      const watched = createWatchedFolder(folder, settleMs);
      const ports = { ...ctx.ports, spool: ctx.ports.spool, watchedFolder: watched };
      for (;;) {
        const { taken, remaining } = await takeWatchedFiles({ ...ctx, ports });
        files += taken;
        if (remaining === 0) break;
      }
    }
    return files;
  }

  const select = (ctx: AthleteContext, query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const ledger = (ctx: AthleteContext) =>
    select(ctx, "select name, status, reason_code from import_files order by created_at, position");
  const batches = (ctx: AthleteContext) =>
    select(ctx, "select id, origin, status from import_batches order by created_at");
  const state = (ctx: AthleteContext) => ctx.tx(watchedFolder);
  async function finish(ctx: AthleteContext): Promise<void> {
    for (const { id } of await batches(ctx)) await finishImportBatch(ctx, String(id));
  }

  it("takes each file once, in one batch, and leaves the folder as it is", async () => {
    const ctx = await athlete("ada@example.test");
    put("ride.fit", ride);
    put("2026/11/run", run);
    put(".hidden.fit", run);
    put("half.fit.part", run);
    put("bob@example.test/ride.fit", ride);
    const before = everythingIn(folder);
    expect(await look()).toBe(2);
    expect(await batches(ctx)).toMatchObject([{ origin: "watched_folder", status: "running" }]);
    await finish(ctx);
    expect(await ledger(ctx)).toEqual([
      { name: "ride.fit", status: "imported", reason_code: null },
      { name: "run", status: "imported", reason_code: null },
    ]);
    expect(await select(ctx, "select count(*)::int as n from activities")).toEqual([{ n: 2 }]);
    expect(await look()).toBe(0);
    expect(await batches(ctx)).toHaveLength(1);
    expect(everythingIn(folder)).toEqual(before);
    expect(await state(ctx)).toMatchObject({ folder: null, problem: null, files: 2 });
  });

  it("follows no symbolic link out of the folder", async () => {
    const ctx = await athlete("ada@example.test");
    const outside = path.join(home, "outside");
    mkdirSync(outside, { recursive: true });
    writeFileSync(path.join(outside, "ride.fit"), ride);
    symlinkSync(path.join(outside, "ride.fit"), path.join(folder, "link.fit"));
    symlinkSync(outside, path.join(folder, "linked"));
    expect(await look()).toBe(0);
    expect(await ledger(ctx)).toEqual([]);
  });

  it("lets a file be written to its end", async () => {
    const ctx = await athlete("ada@example.test");
    const half = Math.floor(ride.length / 2);
    put("ride.fit", ride.subarray(0, half));
    const looking = look(500);
    await pause(150);
    appendFileSync(path.join(folder, "ride.fit"), ride.subarray(half));
    expect(await looking).toBe(0);
    expect(await state(ctx)).toMatchObject({ files: 1, unfinished: 1 });
    expect(await look()).toBe(1);
    await finish(ctx);
    expect(await ledger(ctx)).toMatchObject([{ status: "imported" }]);
    expect(await state(ctx)).toMatchObject({ unfinished: 0 });
  });

  it("takes a file again when it was written anew, and an archive once", async () => {
    const ctx = await athlete("ada@example.test");
    put("all.zip", writeZip([{ name: "a.fit", content: ride }]));
    put("run.fit", run.subarray(0, Math.floor(run.length / 2)));
    expect(await look()).toBe(2);
    await finish(ctx);
    put("run.fit", run);
    expect(await look()).toBe(1);
    await finish(ctx);
    expect(await look()).toBe(0);
    expect(await ledger(ctx)).toMatchObject([
      { name: "run.fit", status: "partial" },
      { name: "all.zip › a.fit", status: "imported" },
      { name: "run.fit", status: "imported" },
    ]);
    expect(await select(ctx, "select is_partial from activities")).toEqual([
      { is_partial: false },
      { is_partial: false },
    ]);
  });

  it("gives several athletes the sub-folders of their addresses, and nobody the rest", async () => {
    const ada = await athlete("ada@example.test");
    const bob = await athlete("bob@example.test");
    const eve = await athlete("eve@example.test");
    put("ADA@example.test/ride.fit", ride);
    put("bob@example.test/deep/run.fit", run);
    put("loose.fit", run);
    expect(await look()).toBe(2);
    expect(await ledger(ada)).toMatchObject([{ name: "ride.fit" }]);
    expect(await ledger(bob)).toMatchObject([{ name: "run.fit" }]);
    expect(await ledger(eve)).toEqual([]);
    expect(await state(eve)).toBeNull();
  });

  it("says which file it may not read, once, and takes it when it may", async () => {
    const ctx = await athlete("ada@example.test");
    put("ride.fit", ride);
    put("closed/run.fit", run);
    for (const at of ["ride.fit", "closed"]) chmodSync(path.join(folder, at), 0o000);
    const spool = path.join(home, "data", "spool");
    mkdirSync(spool, { recursive: true });
    for (const at of [home, path.dirname(spool), folder]) chmodSync(at, 0o755);
    if (process.getuid?.() === 0) chownSync(spool, NOBODY, NOBODY);
    expect(await asNobody(look)).toBe(0);
    await finish(ctx);
    const refused = { name: "ride.fit", status: "rejected", reason_code: "unreadable" };
    expect(await ledger(ctx)).toEqual([refused]);
    expect(await asNobody(look)).toBe(0);
    expect(await ledger(ctx)).toEqual([refused]);
    expect((await state(ctx))?.problem).toMatch(/^1 folder and 1 file in it could not/);
    for (const at of ["ride.fit", "closed"]) chmodSync(path.join(folder, at), 0o755);
    expect(await look()).toBe(2);
    await finish(ctx);
    expect((await ledger(ctx)).slice(1)).toMatchObject([
      { name: "ride.fit", status: "imported" },
      { name: "run.fit", status: "imported" },
    ]);
    expect(await look()).toBe(0);
    expect(await state(ctx)).toMatchObject({ problem: null, files: 2 });
  });

  it("says that the folder is gone, and goes on when it is back", async () => {
    const ctx = await athlete("ada@example.test");
    put("ride.fit", ride);
    renameSync(folder, `${folder}-unmounted`);
    expect(await look()).toBe(0);
    expect((await state(ctx))?.problem).toMatch(/folder is not there.*runs the server/);
    rmSync(folder, { recursive: true, force: true });
    renameSync(`${folder}-unmounted`, folder);
    expect(await look()).toBe(1);
    expect(await state(ctx)).toMatchObject({ problem: null, files: 1 });
  });

  it("goes on with the batch that a server left open when it was killed", async () => {
    const ctx = await athlete("ada@example.test");
    put("ride.fit", ride);
    const { mtimeMs, size } = statSync(path.join(folder, "ride.fit"));
    const { batchId } = await createImportBatch(ctx, "watched_folder");
    const watchedKey = `ride.fit|${size}|${Math.trunc(mtimeMs)}`;
    await receiveUpload(ctx, { batchId, name: "ride.fit", chunks: once(ride), watchedKey });
    expect(await look()).toBe(0);
    expect(await batches(ctx)).toMatchObject([{ id: batchId, status: "running" }]);
    await finish(ctx);
    expect(await ledger(ctx)).toMatchObject([{ status: "imported" }]);
  });

  it("takes hundreds that are there already, each once", async () => {
    const ctx = await athlete("ada@example.test");
    const count = 600;
    for (let i = 0; i < count; i++) put(`${i % 30}/note-${i}.txt`, `note number ${i}`);
    put("ride.fit", ride);
    expect(await look()).toBe(count + 1);
    await finish(ctx);
    expect(await batches(ctx)).toMatchObject([{ status: "finished" }]);
    const outcomes = await select(
      ctx,
      "select status, count(distinct name)::int as names, count(*)::int as n from import_files group by 1 order by 1",
    );
    expect(outcomes).toEqual([
      { status: "imported", names: 1, n: 1 },
      { status: "rejected", names: count, n: count },
    ]);
    expect(await look()).toBe(0);
  });

  it("is looked into by one of several processes, by the clock, also when it is cut off or begins anew", async () => {
    const ctx = await athlete("ada@example.test");
    let returned = 0;
    /** Dies once between taking files and writing down that it did. */
    const onStep: StepObserver = (phase, { name }) => {
      if (phase !== "returned" || !name.startsWith("take files")) return;
      returned++;
      if (returned === 1) throw new Error("cut off");
    };
    put("ride.fit", ride);
    let now = new Date();
    const later = () => {
      now = new Date(now.getTime() + 120_000);
    };
    const start = () =>
      startJobs({
        mode: { kind: "embedded" },
        functions: (inngest) => [watchFolder(inngest), importBatch(inngest)],
        runAsSystem: runAsSystem(getDatabase()),
        log: createLogger("silent"),
        isAlone: false,
        pollMs: { first: 60_000, longest: 60_000 },
        clock: () => now,
        retryDelay: () => 0,
        onStep,
      });
    const settle = async (some: readonly Jobs[]) => {
      later();
      await Promise.all(some.map((jobs) => jobs.drain()));
      await Promise.all(some.map((jobs) => jobs.drain()));
    };
    const first = [await start(), await start()];
    await settle(first);
    expect(returned).toBe(2);
    expect(await ledger(ctx)).toEqual([
      { name: "ride.fit", status: "imported", reason_code: null },
    ]);
    await Promise.all(first.map((jobs) => jobs.stop()));
    put("run.fit", run);
    const second = await start();
    await settle([second]);
    await second.stop();
    expect(await ledger(ctx)).toHaveLength(2);
    expect(await batches(ctx)).toHaveLength(2);
  });
});

/** Names, contents and times of change. */
function everythingIn(directory: string): unknown[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
    .map((at) => [at, readFileSync(at, "base64"), statSync(at).mtimeMs]);
}

/** The administrator may read everything: what may not be read takes somebody else. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const { getuid, seteuid } = process;
  if (getuid?.() !== 0 || !seteuid) return work();
  seteuid(NOBODY);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
