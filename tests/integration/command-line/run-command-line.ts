import { spawn } from "node:child_process";
import path from "node:path";

export type Outcome = { readonly code: number | null; readonly out: string; readonly err: string };
export type CallOptions = {
  readonly dataDir: string;
  /** The folder that the caller stands in. */
  readonly cwd?: string;
  /** What is piped in. */
  readonly input?: string;
};

const BIN = path.resolve(import.meta.dirname, "../../../scripts/formline.mjs");

/** Runs the `formline` command as a shell would, on the embedded database in `dataDir`. */
export function runCommandLine(args: readonly string[], options: CallOptions): Promise<Outcome> {
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? options.dataDir,
    env: { ...inherited, NODE_ENV: "production", FORMLINE_DATA_DIR: options.dataDir },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** What a command with --json printed, an object per line. */
export function objectsIn({ out }: Outcome): Record<string, unknown>[] {
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
