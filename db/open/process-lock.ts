import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "@/lib/errors";

export type ProcessLock = { release(): void };

/** Who holds a lock. `bootId` and `startTicks` are null where the system does not tell. */
type Holder = {
  readonly pid: number;
  readonly bootId: string | null;
  readonly startTicks: string | null;
};

/**
 * Takes the lock file at `file` for this process. A lock is stale only when its process is
 * gone: another boot, no such pid, or a pid that has since been given to another process.
 * Age never makes it stale. Processes of another container on the same directory are not
 * seen; such a set-up needs a Postgres server.
 * Throws AppError "conflict" naming the pid when another process holds it.
 */
export function acquireProcessLock(file: string): ProcessLock {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify(describeProcess(process.pid));
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryCreate(file, mine)) return heldLock(file, mine);
    removeIfStale(file);
  }
  throw new AppError("conflict", `The lock file ${file} is contended. Try again.`);
}

function tryCreate(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: "wx", mode: 0o600, flush: true });
    return true;
  } catch (error) {
    if (isFsError(error, "EEXIST")) return false;
    throw error;
  }
}

/** Moves a dead process's lock away; throws when the holder lives. */
function removeIfStale(file: string): void {
  const seen = readIfThere(file);
  if (seen === null) return;
  const holder = parseHolder(seen);
  if (!holder) {
    throw new AppError(
      "conflict",
      `The lock file ${file} cannot be read. If no Formline process is running on this directory, delete it.`,
    );
  }
  if (isAlive(holder)) throw inUse(file, holder.pid);
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isFsError(error, "ENOENT")) return;
    throw error;
  }
  // Between reading and renaming, another process may have taken the stale lock over: give it back.
  const moved = readFileSync(aside, "utf8");
  if (moved === seen) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function heldLock(file: string, mine: string): ProcessLock {
  const release = () => {
    process.removeListener("exit", release);
    if (readIfThere(file) === mine) rmSync(file, { force: true });
  };
  process.once("exit", release);
  return { release };
}

function describeProcess(pid: number): Holder {
  return { pid, bootId: bootId(), startTicks: startTicks(pid) };
}

function isAlive(holder: Holder): boolean {
  const boot = bootId();
  if (boot !== null && holder.bootId !== null && boot !== holder.bootId) return false;
  if (!pidExists(holder.pid)) return false;
  const ticks = startTicks(holder.pid);
  return ticks === null || holder.startTicks === null || ticks === holder.startTicks;
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isFsError(error, "ESRCH");
  }
}

function bootId(): string | null {
  return readIfThere("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}

/** When the process began, in clock ticks since boot: tells two processes of one pid apart. */
function startTicks(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return afterName[19] ?? null;
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    if (typeof value?.pid !== "number") return null;
    return { pid: value.pid, bootId: value.bootId ?? null, startTicks: value.startTicks ?? null };
  } catch {
    return null;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isFsError(error, "ENOENT") || isFsError(error, "ESRCH")) return null;
    throw error;
  }
}

function inUse(file: string, pid: number): AppError {
  return new AppError(
    "conflict",
    `The embedded database is in use by process ${pid} (lock file ${file}). Stop that process first, or set DATABASE_URL to a Postgres server, which many processes can share.`,
    { details: { pid } },
  );
}

function isFsError(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
