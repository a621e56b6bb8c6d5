import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { programArguments } from "@/scripts/build/bundle.mjs";
import { crashOnceAtEveryBoundary } from "../../support/crash-harness";

const CHILD = "tests/integration/jobs/pipeline-child.ts";
const FOLDER = mkdtempSync(path.join(tmpdir(), "formline-pipeline-"));
const MINUTES = 60_000;
const RANDOM_TRIALS = 3;

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

function child(verb: string, dataDir: string): string {
  return execFileSync(process.execPath, [...programArguments(CHILD), verb, dataDir], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
}

function copyOf(template: string, name: string): string {
  const folder = path.join(FOLDER, name);
  cpSync(template, folder, { recursive: true });
  return folder;
}

function reportIn(output: string): Record<string, unknown> {
  const line = output.split("\n").find((text) => text.startsWith("report "));
  return JSON.parse(line?.slice("report ".length) ?? "null");
}

/** The work in a process that is killed at a random moment, wherever that is. */
async function killedAfter(dataDir: string, ms: number): Promise<void> {
  const work = spawn(process.execPath, [...programArguments(CHILD), "run", dataDir], {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: "ignore",
  });
  const closed = new Promise((resolve) => work.once("close", resolve));
  await Promise.race([closed, pause(ms)]);
  work.kill("SIGKILL");
  await closed;
}

/** Killed once at each boundary, it must leave exactly what an undisturbed run leaves. */
async function survives(
  template: string,
  name: string,
  reference: Record<string, unknown>,
): Promise<number> {
  const folder = copyOf(template, name);
  const died = path.join(FOLDER, `${name}.died`);
  const { boundaries, output } = await crashOnceAtEveryBoundary(
    { script: CHILD },
    ["run", folder],
    died,
  );
  expect(reportIn(output)).toEqual(reference);
  return boundaries;
}

describe("SIGKILL at every step boundary", () => {
  it(
    "of the import loses nothing and doubles nothing; nor does one of the morning",
    async () => {
      const importing = path.join(FOLDER, "importing");
      child("prepare-import", importing);
      const reference = reportIn(child("run", copyOf(importing, "reference")));
      expect(reference).toMatchObject({
        deadLetters: 0,
        spooled: 0,
        batches: [{ status: "finished" }],
      });
      expect((reference.ledger as { status: string }[]).map(({ status }) => status)).toEqual([
        "imported",
        "imported",
        "duplicate",
        "rejected",
        "rejected",
        ...new Array(6).fill("imported"),
      ]);
      expect(await survives(importing, "import", reference)).toBeGreaterThanOrEqual(5);

      for (let trial = 1; trial <= RANDOM_TRIALS; trial++) {
        const folder = copyOf(importing, `random-${trial}`);
        for (let kill = 0; kill < 3; kill++) await killedAfter(folder, 300 + Math.random() * 4_000);
        const { spooled: _, ...left } = reportIn(child("run", folder));
        const { spooled: __, ...whole } = reference;
        expect(left, `random trial ${trial}`).toEqual(whole);
      }

      const waking = copyOf(importing, "waking");
      child("prepare-morning", waking);
      const morning = reportIn(child("run", copyOf(waking, "morning-reference")));
      expect((morning.mornings as unknown[]).length).toBe((reference.mornings as unknown[]).length);
      expect(morning.announced).toHaveLength(1);
      // Six steps and the earlier mornings: after each, and before and after they are written down.
      expect(await survives(waking, "morning", morning)).toBeGreaterThanOrEqual(14);
    },
    12 * MINUTES,
  );
});
