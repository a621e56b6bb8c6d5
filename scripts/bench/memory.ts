import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { runFormline, startProductionServer } from "@/tests/support/production-server";
import type { BenchResult } from "./bench-result";
import { figure, result } from "./measure";
import { signInAsDemo } from "./sign-in-as-demo";

const PAGES = ["/today", "/activities", "/fitness", "/recovery"];
const REST_MS = 30_000;
const LOAD_S = 60;

/**
 * The server on the embedded database after a look at every main screen and half a minute of
 * rest; then after a minute of as many pages as it can make, which shows what pages leave behind.
 */
export async function benchMemory(): Promise<BenchResult> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "formline-bench-"));
  try {
    await runFormline(["demo"], { FORMLINE_DATA_DIR: dataDir });
    const server = await startProductionServer({ FORMLINE_DATA_DIR: dataDir });
    try {
      const freshMb = residentMb(server.pid);
      const cookie = await signInAsDemo(server.url, dataDir);
      for (const page of PAGES)
        await (await fetch(server.url + page, { headers: { cookie } })).arrayBuffer();
      await sleep(REST_MS);
      const restMb = residentMb(server.pid);
      await autocannon({
        url: `${server.url}/today`,
        headers: { cookie },
        connections: 10,
        duration: LOAD_S,
      });
      await sleep(REST_MS);
      return result("memory", {
        restMb: figure(restMb, "<= 450"),
        startedMb: figure(freshMb),
        afterLoadMb: figure(residentMb(server.pid)),
      });
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Resident memory of a process in MB, from the kernel's own account. */
function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
