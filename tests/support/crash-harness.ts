import { spawn } from "node:child_process";
import path from "node:path";
import { env } from "node:process";
import { programArguments } from "@/scripts/build/bundle.mjs";
import { CRASH_AT, CRASH_ONCE } from "./crash-at-boundary";

export type CrashPlan = {
  /** A script that does the work, crosses boundaries by `crashAtBoundary()`, and exits with 0. */
  readonly script: string;
  /** Makes a fresh state for one trial; returns the script's arguments. */
  readonly prepare: (boundary: number) => Promise<readonly string[]>;
  /** Checks what the script left behind after it was started again and finished. */
  readonly verify: (trial: CrashTrial) => Promise<void> | void;
  readonly env?: Readonly<Record<string, string>>;
  /** For one process. */
  readonly timeoutMs?: number;
};

export type CrashTrial = {
  readonly boundary: number;
  readonly args: readonly string[];
  /** What the process printed that finished the work. */
  readonly output: string;
};

type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
};

const ROOT = path.resolve(import.meta.dirname, "../..");
const TIMEOUT_MS = 60_000;

/**
 * Runs the script once per step boundary, on a fresh state each time: it is killed at that
 * boundary (SIGKILL, by itself, so at exactly that place), started again, must finish, and
 * is verified. Ends after the trial in which no boundary was left to die at, which is
 * verified too. Returns how many boundaries there are.
 */
export async function crashAtEveryBoundary(plan: CrashPlan): Promise<number> {
  for (let boundary = 1; ; boundary += 1) {
    const args = await plan.prepare(boundary);
    const first = await run(plan, args, boundary);
    const wasKilled = first.signal === "SIGKILL";
    const last = wasKilled ? await run(plan, args, 0) : first;
    if (last.code !== 0) {
      const cause = `ended with ${last.code ?? last.signal}`;
      throw new Error(`After boundary ${boundary} the work ${cause}:\n${last.output}`);
    }
    await plan.verify({ boundary, args, output: last.output });
    if (!wasKilled) return boundary - 1;
  }
}

/**
 * Runs the script on one state, killed once at every step boundary on its way: each start dies
 * at the first boundary that none has died at. Returns how many there were, and what the last
 * one printed, which finished the work. `died` is a file that does not exist yet.
 */
export async function crashOnceAtEveryBoundary(
  plan: Omit<CrashPlan, "prepare" | "verify">,
  args: readonly string[],
  died: string,
): Promise<{ boundaries: number; output: string }> {
  for (let boundaries = 0; ; boundaries += 1) {
    const { code, signal, output } = await run(plan, args, 0, { [CRASH_ONCE]: died });
    if (code === 0) return { boundaries, output };
    if (signal !== "SIGKILL") throw new Error(`After ${boundaries} kills it failed:\n${output}`);
  }
}

function run(
  plan: Pick<CrashPlan, "script" | "env" | "timeoutMs">,
  args: readonly string[],
  boundary: number,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...programArguments(plan.script), ...args], {
    cwd: ROOT,
    env: { ...env, ...plan.env, NODE_OPTIONS: "", [CRASH_AT]: String(boundary), ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const timeoutMs = plan.timeoutMs ?? TIMEOUT_MS;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`Nothing came of boundary ${boundary} in ${timeoutMs} ms:\n${output}`));
    }, timeoutMs);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, output });
    });
  });
}
