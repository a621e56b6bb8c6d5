import { env } from "node:process";
import type { StepObserver } from "@/inngest/embedded/drive-run";

/** Says to a child at which step boundary it dies; absent or 0: at none. */
export const CRASH_AT = "FORMLINE_TEST_CRASH_AT";

/**
 * For the child of a crash test: counts step boundaries (a step came back; its result is
 * recorded) and ends the process with SIGKILL at the one that the environment names.
 */
export function crashAtBoundary(): StepObserver {
  const fatal = Number(env[CRASH_AT] ?? 0);
  let boundary = 0;
  return (phase, step) => {
    boundary += 1;
    process.stdout.write(`boundary ${boundary}: ${step.name} ${phase}\n`);
    if (boundary !== fatal) return;
    process.kill(process.pid, "SIGKILL");
    // The signal is on its way; nothing more may happen here.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
}
