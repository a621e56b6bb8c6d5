import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { env } from "node:process";
import type { StepObserver } from "@/inngest/embedded/drive-run";

/** Says to a child at which step boundary it dies; absent or 0: at none. */
export const CRASH_AT = "FORMLINE_TEST_CRASH_AT";

/** A file of the boundaries at which a process has died already: it dies at the first other one. */
export const CRASH_ONCE = "FORMLINE_TEST_CRASH_ONCE";

/**
 * For the child of a crash test: counts step boundaries (a step came back; its result is
 * recorded) and ends the process with SIGKILL at the one that the environment names, or at the
 * first one at which none has ended yet.
 */
export function crashAtBoundary(): StepObserver {
  const fatal = Number(env[CRASH_AT] ?? 0);
  const once = env[CRASH_ONCE];
  const survived = new Set(
    once !== undefined && existsSync(once) ? readFileSync(once, "utf8").split("\n") : [],
  );
  let boundary = 0;
  return (phase, step) => {
    boundary += 1;
    const name = `${step.name} ${phase}`;
    process.stdout.write(`boundary ${boundary}: ${name}\n`);
    const isNew = once !== undefined && !survived.has(name);
    if (isNew) appendFileSync(once, `${name}\n`);
    if (boundary !== fatal && !isNew) return;
    process.kill(process.pid, "SIGKILL");
    // The signal is on its way; nothing more may happen here.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
}
