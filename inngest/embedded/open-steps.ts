import type { ClaimedRun } from "@/db/mutations/job-leases";
import { insertOpenSteps, type OpenStep, settleStep } from "@/db/mutations/job-steps";
import type { SystemTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import type { Op } from "./call-function";
import { parseConditions, requiredContent } from "./expression";
import type { FunctionConfig } from "./function-config";
import { startRun } from "./start-run";
import { waitUntil } from "./wait-until";

/** A step that the embedded executor cannot do; its run fails with this message. */
export class UnsupportedStep extends Error {
  override readonly name = "UnsupportedStep";
  constructor(op: Op, reason: string) {
    super(`Step "${stepName(op)}" cannot run without an Inngest server: ${reason}.`);
  }
}

export function stepName(op: Op): string {
  return op.displayName ?? op.name ?? op.id;
}

/**
 * Writes down the steps that a function wants next, and starts the runs that it invokes.
 * Returns how many are new. Throws UnsupportedStep.
 */
export async function openSteps(
  tx: SystemTx,
  run: ClaimedRun,
  ops: readonly Op[],
  functions: readonly FunctionConfig[],
  now: Date,
): Promise<number> {
  const steps = ops.map((op) => openStep(op, run, now));
  const added = await insertOpenSteps(tx, run.id, steps);
  for (const op of ops) {
    if (op.op === "InvokeFunction" && added.includes(op.id))
      await invoke(tx, run, op, functions, now);
  }
  return added.length;
}

function openStep(op: Op, run: ClaimedRun, now: Date): OpenStep {
  if (op.opts?.parallelMode !== undefined) {
    throw new UnsupportedStep(op, `parallel mode "${String(op.opts.parallelMode)}"`);
  }
  const step = { stepHash: op.id, name: stepName(op) };
  switch (op.op) {
    case "StepPlanned":
      return { ...step, kind: "run", status: "planned", dueAt: now };
    case "Sleep":
      return { ...step, kind: "sleep", status: "pending", dueAt: end(op, op.name, now) };
    case "InvokeFunction": {
      const timeout = op.opts?.timeout;
      const dueAt = timeout === undefined ? null : end(op, timeout, now);
      return { ...step, kind: "invoke", status: "pending", dueAt };
    }
    case "WaitForEvent":
      return {
        ...step,
        kind: "wait",
        status: "pending",
        dueAt: end(op, op.opts?.timeout, now),
        eventName: op.name ?? "",
        eventPattern: eventPattern(op, run),
      };
    default:
      throw new UnsupportedStep(op, `operation "${op.op}"`);
  }
}

function end(op: Op, text: unknown, now: Date): Date {
  const at = waitUntil(String(text), now);
  if (!at) throw new UnsupportedStep(op, `"${String(text)}" is neither a duration nor a date`);
  return at;
}

function eventPattern(op: Op, run: ClaimedRun): Record<string, unknown> {
  const expression = op.opts?.if;
  if (expression === undefined) return {};
  const conditions = parseConditions(String(expression));
  const pattern = conditions && requiredContent(conditions, "async", run.event);
  if (!pattern) throw new UnsupportedStep(op, `the condition "${String(expression)}"`);
  return pattern;
}

async function invoke(
  tx: SystemTx,
  run: ClaimedRun,
  op: Op,
  functions: readonly FunctionConfig[],
  now: Date,
): Promise<void> {
  const functionId = String(op.opts?.function_id);
  const fn = functions.find((candidate) => candidate.id === functionId);
  if (!fn || fn.debounce || fn.singleton || fn.idempotency) {
    const reason = fn ? "may skip a run, so it cannot be invoked" : "does not exist";
    const error = { name: "Error", message: `Function "${functionId}" ${reason}.` };
    await settleStep(tx, run.id, op.id, { error }, now);
    return;
  }
  const payload = op.opts?.payload as { data?: Record<string, unknown> } | undefined;
  const event = {
    id: newId(),
    name: "inngest/function.invoked",
    data: { ...(run.requestId ? { requestId: run.requestId } : {}), ...payload?.data },
    ts: now.getTime(),
  };
  const parent = { runId: run.id, stepHash: op.id };
  await startRun(tx, fn, { event, eventId: null, requestId: run.requestId, parent }, now);
}
