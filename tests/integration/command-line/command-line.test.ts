import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { programArguments } from "@/scripts/build/bundle.mjs";
import { commands } from "@/scripts/commands/all";
import { describeWithSamples, samples } from "../../support/samples";
import { fitFileOf, sleepPayload } from "../../support/training-files";
import { objectsIn, runCommandLine } from "./run-command-line";

vi.setConfig({ testTimeout: 120_000 });

const EMAIL = "ada@example.test";
const PASSWORD = "Tr4montane-Kestrel";
const folder = mkdtempSync(path.join(tmpdir(), "formline-command-line-"));
const dataDir = path.join(folder, "data");
const files = path.join(folder, "files");
const today = localDayAt(new Date(), "Europe/Paris");

const formline = (...args: string[]) => runCommandLine(args, { dataDir, cwd: folder });
const withInput = (input: string, ...args: string[]) =>
  runCommandLine(args, { dataDir, cwd: folder, input });

beforeAll(async () => {
  mkdirSync(path.join(files, "below"), { recursive: true });
  mkdirSync(dataDir);
  writeFileSync(path.join(files, "ride.fit"), fitFileOf(addDays(today, -3), "cycling"));
  writeFileSync(path.join(files, "below", "night.json"), sleepPayload(today, 62));
  writeFileSync(path.join(files, "below", "notes.txt"), "no training data");
  const args = ["--email", EMAIL, "--time-zone", "Europe/Paris", "--password-stdin"];
  const created = await withInput(PASSWORD, "user", "create", ...args);
  expect(created).toEqual({ code: 0, out: `Created the account ${EMAIL}.\n`, err: "" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("help", () => {
  it("lists every command, and tells each one's usage", async () => {
    const { code, out } = await formline("help");
    expect(code).toBe(0);
    for (const { name, summary } of commands) {
      expect(out).toMatch(new RegExp(`${name} +${summary}`));
    }
    const [byName, byOption] = await Promise.all([
      formline("help", "import"),
      formline("import", "--help"),
    ]);
    expect(byName.out).toMatch(/^Usage: formline import PATH…/);
    expect(byOption).toEqual(byName);
  });

  it("is offered, with exit code 2, to who calls what is not there", async () => {
    for (const args of [["improt"], ["import", "--atlete", EMAIL], ["user"], ["import"]]) {
      const { code, out, err } = await formline(...args);
      expect({ code, out }, args.join(" ")).toEqual({ code: 2, out: "" });
      expect(err, args.join(" ")).toMatch(/\w/);
      expect(err, args.join(" ")).not.toMatch(/\n\s+at /);
    }
  });
});

describe("user", () => {
  it("refuses a second account of one address and a weak password, without a trace", async () => {
    const again = await withInput(PASSWORD, "user", "create", "--email", EMAIL, "--password-stdin");
    expect(again).toMatchObject({ code: 1, out: "" });
    const other = ["user", "create", "--email", "b@example.test", "--password-stdin"];
    const weak = await withInput("short", ...other);
    expect(weak).toMatchObject({ code: 1, out: "" });
    for (const { err } of [again, weak]) expect(err).not.toMatch(/\n\s+at /);
    const [list] = objectsIn(await formline("user", "list", "--json"));
    expect(JSON.stringify(list)).toContain(EMAIL);
    expect(JSON.stringify(list)).not.toContain("b@example.test");
    expect(JSON.stringify(list)).not.toContain("argon2");
  });

  it("resets a password", async () => {
    const args = ["user", "reset-password", "--email", EMAIL, "--password-stdin"];
    expect(await withInput("Sirocco-Wh1mbrel", ...args)).toMatchObject({ code: 0, err: "" });
  });
});

describe("import, today and jobs", () => {
  const args = ["import", "files", "--athlete", EMAIL, "--json"];

  it("imports a folder, a line per file and then the sum; again, it changes nothing", async () => {
    const first = await formline(...args);
    expect(first.code).toBe(2);
    const rows = objectsIn(first);
    expect(rows.map(({ file, outcome }) => [file, outcome])).toEqual([
      ["night.json", "imported"],
      ["notes.txt", "rejected"],
      ["ride.fit", "imported"],
      [undefined, undefined],
    ]);
    expect(rows.at(-1)).toEqual({ imported: 2, duplicate: 0, partial: 0, rejected: 1, days: 1 });
    const summary = objectsIn(await formline(...args)).at(-1);
    expect(summary).toEqual({ imported: 0, duplicate: 2, partial: 0, rejected: 1, days: 0 });
  });

  it("says what today is, and that there is nothing to say of another time", async () => {
    const said = await formline("today", "--athlete", EMAIL, "--json");
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(objectsIn(said)[0]).toMatchObject({
      day: today,
      decision: { decision: expect.stringMatching(/^(go|ease|rest)$/) },
      recommendation: { rationale: expect.any(Array), workout: { steps: expect.any(Array) } },
    });
    const before = await formline("today", "--athlete", EMAIL, "--date", "1999-12-31");
    expect(before).toMatchObject({ code: 1, out: "" });
    expect(before.err).toContain("1999-12-31");
    expect(await formline("today", "--athlete", "nobody@example.test")).toMatchObject({ code: 1 });
  });

  it("shows the jobs that did it", async () => {
    const [overview] = objectsIn(await formline("jobs", "--json"));
    expect(overview).toMatchObject({ deadLetters: [] });
    expect(JSON.stringify(overview)).toContain("formline-import-batch");
    expect((await formline("jobs")).out).toContain("import-batch");
  });
});

describe("keys", () => {
  it("makes one, shows which is in use, and puts everything under the current one", async () => {
    const made = await formline("keys", "new");
    expect(made.out).toMatch(/^k\d{8}-[0-9a-f]{4}:[A-Za-z0-9+/]{43}=\n$/);
    const [shown] = objectsIn(await formline("keys", "--json"));
    expect(shown).toEqual({ current: expect.stringMatching(/^k\d{8}-/), used: [] });
    const key = readFileSync(path.join(dataDir, "keys"), "utf8").split(":")[1] ?? "";
    const rotated = await formline("keys", "rotate", "--athletes");
    expect(rotated).toMatchObject({
      code: 0,
      out: expect.stringContaining("Put 0 athletes' keys"),
    });
    expect(rotated.out + rotated.err).not.toContain(key);
    expect(await formline("keys", "burn")).toMatchObject({ code: 2 });
  });
});

describeWithSamples("fit", "the real samples", () => {
  it("are imported, each, or refused with a reason that a person understands", async () => {
    const folders = ["fit", "garmin/connect", "garmin/connect-edge"];
    const paths = folders.map((name) => samples.pathOf(name));
    const account = ["user", "create", "--email", "real@example.test", "--password-stdin"];
    expect(await withInput(PASSWORD, ...account)).toMatchObject({ code: 0 });
    const { code, out, err } = await formline(
      "import",
      ...paths,
      "--athlete",
      "real@example.test",
      "--json",
    );
    expect({ code, err }).toEqual({ code: 2, err: "" });
    const rows = objectsIn({ code, out, err });
    const { days, ...counts } = rows.pop() as Record<string, number>;
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(rows.length);
    const received = new Set(rows.map(({ file }) => file));
    for (const name of folders.flatMap((folder) => samples.names(folder))) {
      // An archive has a row for each of its entries instead.
      if (!name.endsWith(".zip")) expect(received, name).toContain(path.basename(name));
    }
    for (const { file, outcome, reason } of rows) {
      if (outcome === "imported") continue;
      expect(reason, String(file)).toMatch(/^[A-Z][^{}<>]{20,}\.$/);
    }
    expect(counts.imported).toBeGreaterThan(60);
    expect(days).toBeGreaterThan(10);
  }, 300_000);
});

describe("db", () => {
  it("migrates, checks, and carries everything over by backup and restore", async () => {
    expect(await formline("db", "migrate")).toMatchObject({ code: 0 });
    expect(objectsIn(await formline("db", "check", "--json"))).toEqual([
      { ok: true, problems: [] },
    ]);
    expect(await formline("db", "backup", "all.backup")).toMatchObject({ code: 0, err: "" });

    const elsewhere = { dataDir: path.join(folder, "elsewhere"), cwd: folder };
    const restored = await runCommandLine(["db", "restore", "all.backup"], elsewhere);
    expect(restored).toMatchObject({ code: 0, err: "" });
    const morning = ["today", "--athlete", EMAIL, "--json"];
    expect(objectsIn(await runCommandLine(morning, elsewhere))).toEqual(
      objectsIn(await formline(...morning)),
    );
    // Never over data that is there.
    expect(await formline("db", "restore", "all.backup")).toMatchObject({ code: 1, out: "" });
  });
});

describe("export and restore", () => {
  it("carries an athlete over to an empty server, and says what a wrong call lacks", async () => {
    await formline("import", files, "--athlete", EMAIL);
    const archive = path.join(folder, "ada.zip");
    const exported = await formline("export", EMAIL, archive);
    expect(exported).toMatchObject({ code: 0, err: "" });
    expect(exported.out).toMatch(/^Wrote .*ada\.zip \(\d+\.\d MB\)\n$/);
    expect(statSync(archive).mode & 0o777).toBe(0o600);

    const elsewhere = path.join(folder, "another server");
    mkdirSync(elsewhere);
    const there = { dataDir: elsewhere, cwd: folder };
    const call = ["restore", "ada.zip", "--password-stdin"];
    const restored = await runCommandLine(call, { ...there, input: PASSWORD });
    expect(restored).toMatchObject({ code: 0, err: "" });
    expect(restored.out).toMatch(new RegExp(`^Restored \\d+ activities .* for ${EMAIL}\\.\\n$`));
    const answer = await runCommandLine(["today", "--athlete", EMAIL, "--json"], there);
    expect(answer.code).toBe(0);
    expect(JSON.parse(answer.out)).toEqual(
      JSON.parse((await formline("today", "--athlete", EMAIL, "--json")).out),
    );

    const again = await runCommandLine(["restore", "ada.zip", "--athlete", EMAIL], there);
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toMatch(/holds data already/);
    for (const wrong of [["export", EMAIL], ["restore", "ada.zip"], ["restore"]]) {
      expect((await formline(...wrong)).code, wrong.join(" ")).toBe(2);
    }
  });
});

describe("vectors", () => {
  const steady = (id: string, expected: number, metric = "normalized_power") => ({
    id,
    metric,
    input: { power_w: { segments: [[200, 3600]] } },
    expected: { normalized_power_w: expected },
    tolerance: 1e-4,
  });
  const vectors = (...list: object[]) => {
    writeFileSync(path.join(folder, "vectors.json"), JSON.stringify({ vectors: list }));
    return formline("vectors", "vectors.json", "--json");
  };

  it("counts what holds, what does not and what is not there", async () => {
    const right = await vectors(steady("right", 200), steady("later", 1, "of_a_later_year"));
    expect(right.code).toBe(0);
    expect(objectsIn(right).at(-1)).toEqual({ passed: 1, failed: 0, absent: 1 });
    const wrong = await vectors(steady("right", 200), steady("wrong", 190));
    expect(wrong.code).toBe(1);
    expect(objectsIn(wrong)[1]).toMatchObject({
      id: "wrong",
      got: { normalized_power_w: 200 },
      expected: { normalized_power_w: 190 },
      tolerance: 1e-4,
    });
    expect(objectsIn(wrong).at(-1)).toEqual({ passed: 1, failed: 1, absent: 0 });
    expect(await formline("vectors", "nothing.json")).toMatchObject({ code: 2, out: "" });
    expect(await formline("vectors", "a.json", "b.json")).toMatchObject({ code: 2, out: "" });
  });

  it("runs those of the method pages when no file is named", async () => {
    const own = await formline("vectors", "--json");
    expect(own.code).toBe(0);
    expect(objectsIn(own).at(-1)).toMatchObject({ failed: 0, absent: 0 });
    expect(objectsIn(own)).toContainEqual(
      expect.objectContaining({ id: "normalized-power.step", status: "passed" }),
    );
  });
});

describe("beside a running server", () => {
  let server: ChildProcess;

  beforeAll(async () => {
    server = spawn(
      process.execPath,
      programArguments("tests/integration/command-line/server-child.ts"),
      {
        stdio: ["ignore", "pipe", "inherit"],
        env: {
          ...process.env,
          NODE_ENV: "production",
          LOG_LEVEL: "silent",
          FORMLINE_DATA_DIR: dataDir,
        },
      },
    );
    await new Promise((resolve) => server.stdout?.once("data", resolve));
  });
  afterAll(() => void server.kill("SIGKILL"));

  it("hands its work over a socket that only the owner can open", async () => {
    expect(statSync(path.join(dataDir, "formline.sock")).mode & 0o777).toBe(0o600);
    const again = await formline("import", "files/ride.fit", "--athlete", EMAIL, "--json");
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(objectsIn(again)[0]).toMatchObject({ outcome: "duplicate" });
    const created = ["user", "create", "--email", "eve@example.test", "--password-stdin"];
    expect(await withInput(PASSWORD, ...created)).toMatchObject({ code: 0 });
    expect(await withInput(PASSWORD, ...created)).toMatchObject({ code: 1, out: "" });
    expect(await formline("import", "--athlete", EMAIL)).toMatchObject({ code: 2, out: "" });
  });

  it("works by itself again when the server was killed", async () => {
    const ended = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGKILL");
    await ended;
    const list = await formline("user", "list");
    expect(list).toMatchObject({ code: 0, err: "" });
    expect(list.out).toContain("eve@example.test");
  });
});
