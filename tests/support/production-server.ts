import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { programArguments } from "@/scripts/build/bundle.mjs";

export type ProductionServer = {
  readonly url: string;
  readonly pid: number;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
};

type Variables = Readonly<Record<string, string>>;

const READY_WITHIN_MS = 60_000;

/** A port that is free now, on loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The server on the build that is there, ready to answer. Throws when it does not come up. */
export async function startProductionServer(variables: Variables): Promise<ProductionServer> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: environment({ ...variables, PORT: port, FORMLINE_URL: url }),
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  await untilReady(url, child);
  return { url, pid: child.pid ?? 0, ended, stop: () => end(child) };
}

/** Runs a command of the command line to its end; throws when it fails. */
export function runFormline(args: readonly string[], variables: Variables): Promise<void> {
  const child = spawn(process.execPath, [...programArguments("scripts/formline.ts"), ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: environment(variables),
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`formline ${args.join(" ")} ended with ${code}`)),
    );
  });
}

function environment(variables: Variables): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "error",
    ...variables,
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(150);
  }
  child.kill("SIGTERM");
  throw new Error("The server did not become ready.");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(10_000)]);
  if (child.exitCode === null) child.kill("SIGKILL");
}
