import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { programArguments } from "@/scripts/build/bundle.mjs";
import { crashOnceAtEveryBoundary } from "../../support/crash-harness";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";

const CHILD = "tests/integration/jobs/sync-child.ts";
const FOLDER = mkdtempSync(path.join(tmpdir(), "formline-sync-crash-"));
const MINUTES = 60_000;
const garmin = await startGarminServer();
afterAll(() => garmin.close());
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const env = { FORMLINE_GARMIN_PERSONAL_URL: garmin.url, LOG_LEVEL: "fatal" };
// Not waited for in a blocking way: the vendor is played by this process.
const child = async (verb: string, dataDir: string, key = "") =>
  (
    await promisify(execFile)(process.execPath, [...programArguments(CHILD), verb, dataDir, key], {
      env: { ...process.env, ...env, NODE_OPTIONS: "" },
    })
  ).stdout;

function copyOf(template: string, name: string): string {
  const folder = path.join(FOLDER, name);
  cpSync(template, folder, { recursive: true });
  return folder;
}

function reportIn(output: string): Record<string, unknown> {
  const line = output.split("\n").find((text) => text.startsWith("report "));
  return JSON.parse(line?.slice("report ".length) ?? "null");
}

it(
  "loses nothing and doubles nothing of a sync that is killed at each of its steps",
  async () => {
    const today = localDayAt(new Date(), "Europe/Zurich");
    const firstDay = addDays(today, -9);
    const account = garmin.account({ firstDay, lastDay: today, activities: 4 });
    const connected = path.join(FOLDER, "connected");
    await child("prepare", connected, account.key);
    const reference = reportIn(await child("run", copyOf(connected, "reference")));
    expect(reference).toMatchObject({
      deadLetters: 0,
      spooled: 4,
      batches: [{ origin: "sync", status: "running" }],
      syncs: [{ outcome: "done" }],
      connection: [{ status: "connected", problem: null }],
    });
    expect(reference.days).toHaveLength(10);
    expect(reference.ledger).toHaveLength(4);
    const { boundaries, output } = await crashOnceAtEveryBoundary(
      { script: CHILD, env, timeoutMs: 2 * MINUTES },
      ["run", copyOf(connected, "killed")],
      path.join(FOLDER, "died"),
    );
    expect(reportIn(output)).toEqual(reference);
    expect(boundaries).toBeGreaterThanOrEqual(8);
  },
  15 * MINUTES,
);
