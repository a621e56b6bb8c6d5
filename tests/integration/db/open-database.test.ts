import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { getDatabase, setDatabase } from "@/db/client";
import { databaseConfig } from "@/db/open/database-config";
import { flushDirectory } from "@/db/open/flush-directory";
import { openDatabase } from "@/db/open/open-database";
import { acquireProcessLock } from "@/db/open/process-lock";
import { rows } from "@/db/rows";

const scratch = mkdtempSync(path.join(tmpdir(), "formline-open-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("databaseConfig", () => {
  it("means the embedded database when no URL is set", () => {
    expect(databaseConfig({ dataDir: "/srv/formline" })).toEqual({
      driver: "pglite",
      directory: "/srv/formline/pglite",
      lockFile: "/srv/formline/pglite.lock",
    });
  });

  it.each([
    ["postgres://me:secret@db.example.test:5432/formline", undefined, "postgres"],
    ["postgresql://me@127.0.0.1/formline", undefined, "postgres"],
    ["postgres://me:secret@ep-x.eu-central-1.aws.neon.tech/formline", undefined, "neon"],
    ["postgres://me:secret@ep-x.eu-central-1.aws.neon.tech/formline", "postgres", "postgres"],
    ["postgres://me@127.0.0.1/formline", "neon", "neon"],
    ["postgres://me@notneon.tech/formline", undefined, "postgres"],
  ])("chooses the driver for %s", (databaseUrl, driver, expected) => {
    expect(databaseConfig({ databaseUrl, driver })).toMatchObject({
      driver: expected,
      url: databaseUrl,
    });
  });

  it.each([
    ["", undefined, "empty"],
    ["localhost:5432/formline", undefined, "begins with"],
    ["mysql://me:secret@127.0.0.1/formline", undefined, "begins with"],
    ["not a url", undefined, "not a URL"],
    ["postgres://me:secret@127.0.0.1", undefined, "names no database"],
    ["postgres://me:secret@127.0.0.1/", undefined, "names no database"],
    ["postgres:///formline", undefined, "names no host"],
    ["postgres://me:secret@127.0.0.1/formline", "pglite", "FORMLINE_DB_DRIVER"],
    [undefined, "neon", "DATABASE_URL is not set"],
  ])("refuses %s (%s) without repeating a password", (databaseUrl, driver, message) => {
    let refusal: unknown;
    try {
      databaseConfig({ databaseUrl, driver });
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: "invalid_input" });
    expect((refusal as Error).message).toContain(message);
    expect((refusal as Error).message).not.toContain("secret");
  });
});

describe("the lock of the embedded database", () => {
  const lockFile = path.join(scratch, "locks", "pglite.lock");
  const held = () => JSON.parse(readFileSync(lockFile, "utf8")) as Record<string, unknown>;

  it("is one process's until that releases it", () => {
    const lock = acquireProcessLock(lockFile);
    expect(held().pid).toBe(process.pid);
    expect(() => acquireProcessLock(lockFile)).toThrow(`in use by process ${process.pid}`);
    lock.release();
    expect(existsSync(lockFile)).toBe(false);
    acquireProcessLock(lockFile).release();
  });

  it("is taken over from a process that died", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    writeFileSync(lockFile, JSON.stringify({ pid: child.pid, bootId: null, startTicks: null }));
    const lock = acquireProcessLock(lockFile);
    expect(held().pid).toBe(process.pid);
    lock.release();
  });

  it("is taken over after another boot and from a pid that was given away", () => {
    const lock = acquireProcessLock(lockFile);
    const mine = held();
    lock.release();
    const stale = [{ bootId: "another-boot" }, ...(mine.startTicks ? [{ startTicks: "1" }] : [])];
    for (const change of stale) {
      writeFileSync(lockFile, JSON.stringify({ ...mine, ...change }));
      acquireProcessLock(lockFile).release();
    }
    // Unchanged, it is that of a process that lives, however old the file is.
    writeFileSync(lockFile, JSON.stringify(mine));
    expect(() => acquireProcessLock(lockFile)).toThrow("in use");
    rmSync(lockFile);
  });

  it("does not guess at a file that it cannot read", () => {
    writeFileSync(lockFile, "???");
    expect(() => acquireProcessLock(lockFile)).toThrow("delete it");
    rmSync(lockFile);
  });
});

describe("the embedded database", () => {
  const dataDir = path.join(scratch, "data");

  it("refuses a second opener by pid and says what to do; keeps its rows over a restart", async () => {
    const first = await openDatabase({ dataDir });
    await first.db.execute(sql`create table t (n integer)`);
    await first.db.execute(sql`insert into t values (7)`);
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      code: "conflict",
      details: { pid: process.pid },
      message: expect.stringMatching(/Stop that process first, or set DATABASE_URL/),
    });
    await first.close();
    const second = await openDatabase({ dataDir });
    expect(rows(await second.db.execute(sql`select n from t`))).toEqual([{ n: 7 }]);
    await second.db.execute(sql`checkpoint`);
    await flushDirectory(path.join(dataDir, "pglite"), 0);
    await second.close();
  }, 60_000);

  it("is refused to another process, and is free when its process was killed", async () => {
    const script = `
      const { openDatabase } = await import("./db/open/open-database.ts");
      await openDatabase({ dataDir: process.argv[1] });
      process.stdout.write("open");
      setInterval(() => {}, 1000);`;
    const args = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e"];
    const child = spawn(process.execPath, [...args, script, dataDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ details: { pid: child.pid } });
    child.kill("SIGKILL");
    await once(child, "exit");
    const after = await openDatabase({ dataDir });
    expect(rows(await after.db.execute(sql`select n from t`))).toEqual([{ n: 7 }]);
    await after.close();
  }, 60_000);
});

describe("the database of the process", () => {
  it("is an error before start-up and after shutdown, never a silent new one", () => {
    setDatabase(null);
    expect(() => getDatabase()).toThrow("not open");
  });
});
