import type { StepExecution } from "@/lib/training/alignment/alignment-types";
import { keySteps } from "@/lib/training/alignment/key-steps";
import type { PlannedStep } from "@/lib/training/plan/planned-workout";
import { formatDuration } from "@/lib/units/format-duration";

/** One sentence about the steps that the workout was about. */
export function planFinding(steps: readonly StepExecution[], extras: number): string {
  const keys = keySteps(steps.map(({ step }) => step));
  const key = steps.filter(({ step }) => keys.has(step));
  const noun = key[0]?.step.kind === "work" ? "work step" : "step";
  const share = shareInRange(key);
  const held = share === null ? "" : `, in range ${share} % of the time`;
  const parts = [
    `${counted(key, noun)}${held}`,
    ...(key.length > 1 ? [named(key, "skipped"), named(key, "partly")] : []),
    extras === 0 ? "" : `${extras} effort${extras === 1 ? "" : "s"} more than planned`,
  ];
  return `${parts.filter((part) => part !== "").join("; ")}.`;
}

const OUTCOMES = { done: "done", partly: "cut short", skipped: "skipped" } as const;

function counted(key: readonly StepExecution[], noun: string): string {
  const [first] = key;
  if (first && key.length === 1) return `The ${noun} was ${OUTCOMES[first.status]}`;
  const done = key.filter(({ status }) => status === "done").length;
  return `${done === key.length ? `All ${done}` : `${done} of ${key.length}`} ${noun}s done`;
}

/** "number 5 skipped", "numbers 2 and 4 cut short"; more than three are only counted. */
function named(key: readonly StepExecution[], status: "skipped" | "partly"): string {
  const numbers = key.flatMap((one, i) => (one.status === status ? [i + 1] : []));
  if (numbers.length === 0) return "";
  if (numbers.length > 3) return `${numbers.length} ${OUTCOMES[status]}`;
  const list = new Intl.ListFormat("en-GB").format(numbers.map(String));
  return `number${numbers.length === 1 ? "" : "s"} ${list} ${OUTCOMES[status]}`;
}

/** Of the recorded time of these steps, in percent; null where none has a target that was recorded. */
function shareInRange(key: readonly StepExecution[]): number | null {
  const held = key.filter((one) => one.inRange !== null);
  const seconds = held.reduce((sum, { timerS }) => sum + (timerS ?? 0), 0);
  if (seconds === 0) return null;
  const within = held.reduce((sum, one) => sum + (one.inRange ?? 0) * (one.timerS ?? 0), 0);
  return Math.round((100 * within) / seconds);
}

/** "Planned 40:00 in all, done 38:00."; null where a step of the plan has no set time. */
export function planTotal(steps: readonly PlannedStep[], timerS: number): string | null {
  const seconds = steps.map(({ length }) => (length.by === "time" ? length.seconds : null));
  if (seconds.includes(null)) return null;
  const planned = seconds.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return `Planned ${formatDuration(planned)} in all, done ${formatDuration(timerS)}.`;
}
