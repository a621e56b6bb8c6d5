import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

type Stat = { readonly parent: number; readonly ownMs: number; readonly endedMs: number };

/** Processor time of the processes that are alive, in milliseconds. */
export function processorMs(pids: readonly (number | undefined)[]): number {
  return pids.map((pid) => statOf(pid)?.ownMs ?? 0).reduce((sum, ms) => sum + ms, 0);
}

/** The same of a PostgreSQL server with all its sessions, ended ones too, from one that is open. */
export function postgresMs(sessionPid: number): number {
  const server = statOf(sessionPid)?.parent;
  const own = statOf(server);
  if (!own) return 0;
  const sessions = readdirSync("/proc").map((name) => statOf(Number(name)));
  return sessions
    .filter((stat) => stat?.parent === server)
    .reduce((sum, stat) => sum + (stat?.ownMs ?? 0), own.ownMs + own.endedMs);
}

/** The most memory that a process has had, in megabytes. */
export function peakMb(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(procFile(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function statOf(pid: number | undefined): Stat | null {
  const fields = procFile(`/proc/${pid}/stat`).split(") ")[1]?.split(" ").map(Number);
  if (!fields) return null;
  const ms = (first: number) => ((fields[first] ?? 0) + (fields[first + 1] ?? 0)) * TICK_MS;
  return { parent: fields[1] ?? 0, ownMs: ms(11), endedMs: ms(13) };
}

/** Of a process that is gone, nothing. */
function procFile(name: string): string {
  try {
    return readFileSync(name, "utf8");
  } catch {
    return "";
  }
}
