import { type ClaimedRun, LeaseLost, lockOwnRun } from "@/db/mutations/job-leases";
import { completeRun, failRun, requeueRun, suspendRun } from "@/db/mutations/job-runs";
import {
  type ExecutedStep,
  type JobStep,
  postponeStep,
  recordSteps,
  type StepResult,
  settleDueSteps,
} from "@/db/mutations/job-steps";
import type { JobError } from "@/db/schema/jobs";
import type { RunAsSystem, SystemTx } from "@/db/scope";
import type { Logger } from "@/lib/logger";
import { type FunctionHost, jobError, type Op, type Reply } from "./call-function";
import type { Checkpoints } from "./checkpoints";
import type { FunctionConfig } from "./function-config";
import { openSteps, stepName, UnsupportedStep } from "./open-steps";
import { storableJson } from "./storable-json";
import { waitUntil } from "./wait-until";

/** What happens around a step: it came back from the function, its result is committed. */
export type StepPhase = "returned" | "recorded";
export type StepObserver = (
  phase: StepPhase,
  step: { readonly functionId: string; readonly runId: string; readonly name: string },
) => void;

export type Driver = {
  readonly host: FunctionHost;
  readonly checkpoints: Checkpoints;
  readonly runAsSystem: RunAsSystem;
  /** For what is one statement, and so whole without a transaction around it. */
  readonly lookUpAsSystem: RunAsSystem;
  readonly functions: readonly FunctionConfig[];
  readonly owner: string;
  readonly log: Logger;
  readonly now: () => Date;
  readonly isStopping: () => boolean;
  /** Milliseconds before the next try after this many failed ones. */
  readonly retryDelay: (attempt: number) => number;
  readonly onStep: StepObserver;
};

/** Inngest's limit for what one step may return. */
const LARGEST_RESULT = 4 * 1024 * 1024;

/** How many planned steps of one run are executed side by side. */
const PARALLEL_STEPS = 4;

/** Takes a claimed run as far as it goes: to its end, to a wait, or to a retry. */
export async function driveRun(driver: Driver, run: ClaimedRun): Promise<void> {
  const fn = driver.functions.find((candidate) => candidate.id === run.functionId);
  if (!fn) throw new Error(`Claimed a run of an unknown function "${run.functionId}".`);
  try {
    await new RunDriver(driver, fn, run).drive();
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    driver.log.warn({ runId: run.id, functionId: run.functionId }, "run is not ours any more");
  }
}

class RunDriver {
  readonly #driver: Driver;
  readonly #fn: FunctionConfig;
  readonly #run: ClaimedRun;
  #attempt: number;
  /** The call in hand was ended for a reason of ours: what it answers means nothing. */
  #isHalted = false;
  #markedAt = 0;

  constructor(driver: Driver, fn: FunctionConfig, run: ClaimedRun) {
    this.#driver = driver;
    this.#fn = fn;
    this.#run = run;
    this.#attempt = run.attempt;
  }

  /** An error of the database or of the host counts as a failed try. */
  async drive(): Promise<void> {
    try {
      await this.#go();
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      this.#driver.log.error({ err: error, runId: this.#run.id }, "run interrupted");
      await this.#failed(jobError(error), { isRetriable: true, retryAfter: null });
    }
  }

  async #go(): Promise<void> {
    let { isFresh } = this.#run;
    for (;;) {
      if (this.#driver.isStopping()) return this.#giveBack();
      const now = this.#driver.now();
      const steps = isFresh ? [] : await this.#own((tx) => settleDueSteps(tx, this.#run.id, now));
      isFresh = false;
      const open = steps.filter((step) => step.status === "planned" || step.status === "pending");
      const due = open.filter((step) => step.status === "planned" && isDue(step, now));
      if (due.length > 0) await this.#executePlanned(due, steps);
      else if (open.length > 0) return this.#own((tx) => suspendRun(tx, this.#run.id, now));
      else if (await this.#advance(steps)) return;
    }
  }

  /** Executes or discovers what comes next. True when the run needs no driver for now. */
  async #advance(steps: readonly JobStep[]): Promise<boolean> {
    const { id } = this.#run;
    this.#isHalted = false;
    this.#markedAt = performance.now();
    const { reply } = await this.#driver.checkpoints.during(
      id,
      (ops) => this.#checkpoint(ops),
      () => this.#call("step", steps, this.#attempt),
    );
    if (this.#isHalted) return false;
    if (reply.kind === "returned") {
      await this.#complete(reply.value);
      return true;
    }
    if (reply.kind === "threw") return this.#failed(reply.error, reply);
    const complete = reply.ops.find((op) => op.op === "RunComplete");
    if (complete) {
      return this.#finish(
        reply.ops.filter((op) => op !== complete),
        complete.data,
      );
    }
    const [op] = reply.ops;
    if (op?.op === "StepError" && reply.ops.length === 1) {
      return this.#failed(jobError(op.error), { isRetriable: true, retryAfter: reply.retryAfter });
    }
    // What could not be reported within the call comes with its answer.
    if (reply.ops.length > 0 && reply.ops.every((one) => EXECUTED.has(one.op))) {
      await this.#checkpoint(reply.ops);
      return false;
    }
    return this.#open(reply.ops);
  }

  /** Writes down what steps gave, before the function goes on. */
  async #checkpoint(ops: readonly Op[]): Promise<"kept" | "halt"> {
    try {
      const steps = this.#executed(ops);
      if (steps.length > 0) await this.#record(steps);
      this.#attempt = 0;
      this.#markedAt = performance.now();
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.#isHalted = true;
    }
    if (this.#driver.isStopping()) this.#isHalted = true;
    return this.#isHalted ? "halt" : "kept";
  }

  /** As they can be stored, up to the first that cannot. */
  #executed(ops: readonly Op[]): ExecutedStep[] {
    const sinceMs = performance.now() - this.#markedAt;
    const steps: ExecutedStep[] = [];
    for (const op of ops) {
      const outcome = outcomeOf(op);
      const result = storableResult(outcome);
      const durationMs = Math.round(op.timing ? op.timing.b / 1e6 : sinceMs);
      steps.push({ stepHash: op.id, name: stepName(op), result, durationMs });
      // What cannot be stored fails the step, which the function must learn from a new call.
      if ("error" in result && !("error" in outcome)) {
        this.#isHalted = true;
        break;
      }
    }
    return steps;
  }

  /** The function has returned: its last steps and its end, in one statement where that may be. */
  async #finish(ops: readonly Op[], value: unknown): Promise<boolean> {
    const steps = this.#executed(ops);
    const result = storableResult({ value });
    const isPlain = !this.#isHalted && !this.#run.isInvoked && !("error" in result);
    if (isPlain && steps.length > 0) {
      await this.#record(steps, { output: result.value });
      this.#completed();
      return true;
    }
    if (steps.length > 0) await this.#record(steps);
    if (this.#isHalted) return false;
    await this.#complete(value);
    return true;
  }

  async #open(ops: readonly Op[]): Promise<boolean> {
    const { functions, now } = this.#driver;
    try {
      const added = await this.#own((tx) => openSteps(tx, this.#run, ops, functions, now()));
      if (added > 0) return false;
      await this.#fail({ name: "Error", message: "The function asks for steps that it has had." });
    } catch (error) {
      if (!(error instanceof UnsupportedStep)) throw error;
      await this.#fail({ name: error.name, message: error.message });
    }
    return true;
  }

  /** Planned steps run side by side, unless the function limits how many may run at a time. */
  async #executePlanned(due: readonly JobStep[], steps: readonly JobStep[]): Promise<void> {
    const width = this.#fn.concurrency.length > 0 ? 1 : PARALLEL_STEPS;
    const batch = due.slice(0, width).map((step) => this.#executeStep(step, steps));
    const failed = (await Promise.allSettled(batch)).find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  }

  async #executeStep(step: JobStep, steps: readonly JobStep[]): Promise<void> {
    const { reply, durationMs } = await this.#call(step.stepHash, steps, step.attempt);
    const op = reply.kind === "ops" ? reply.ops[0] : undefined;
    if (op && (op.op === "StepRun" || op.op === "StepFailed")) {
      await this.#recordPlanned(step, outcomeOf(op), durationMs);
      return;
    }
    const error = this.#plannedError(reply, op);
    const isFinal = reply.kind === "threw" && !reply.isRetriable;
    if (isFinal || step.attempt + 1 >= this.#fn.maxAttempts) {
      await this.#recordPlanned(step, { error }, durationMs);
      return;
    }
    const retryAfter = reply.kind === "returned" ? null : reply.retryAfter;
    const dueAt = this.#retryAt(step.attempt, retryAfter);
    const retry = { attempt: step.attempt + 1, dueAt, error };
    await this.#own((tx) => postponeStep(tx, this.#run.id, step.stepHash, retry));
  }

  #plannedError(reply: Reply, op: Op | undefined): JobError {
    if (reply.kind === "threw") return reply.error;
    if (op?.op === "StepError") return jobError(op.error);
    return { name: "Error", message: "The function no longer asks for this step." };
  }

  /** A try went wrong outside of a recorded step. True: the run needs no driver for now. */
  async #failed(
    error: JobError,
    { isRetriable, retryAfter }: { isRetriable: boolean; retryAfter: string | null },
  ): Promise<true> {
    if (!isRetriable || this.#attempt + 1 >= this.#fn.maxAttempts) {
      await this.#fail(error);
      return true;
    }
    const runAt = this.#retryAt(this.#attempt, retryAfter);
    const next = { runAt, attempt: this.#attempt + 1, error: storableError(error) };
    await this.#own((tx) => requeueRun(tx, this.#run.id, next));
    return true;
  }

  #retryAt(attempt: number, retryAfter: string | null): Date {
    const now = this.#driver.now();
    const asked = retryAfter === null ? null : waitUntil(seconds(retryAfter), now);
    return asked ?? new Date(now.getTime() + this.#driver.retryDelay(attempt));
  }

  async #record(
    steps: readonly ExecutedStep[],
    end: { readonly output: unknown } | null = null,
  ): Promise<void> {
    const { id: runId, functionId } = this.#run;
    const { owner, lookUpAsSystem, now, onStep } = this.#driver;
    for (const { name } of steps) onStep("returned", { functionId, runId, name });
    await lookUpAsSystem((tx) => recordSteps(tx, { runId, owner }, steps, end, now()));
    for (const { name } of steps) onStep("recorded", { functionId, runId, name });
  }

  async #recordPlanned(step: JobStep, outcome: StepResult, durationMs: number): Promise<void> {
    const { stepHash, name } = step;
    await this.#record([{ stepHash, name, result: storableResult(outcome), durationMs }]);
  }

  async #complete(value: unknown): Promise<void> {
    const result = storableResult({ value });
    if ("error" in result) return this.#fail(result.error);
    const { owner, lookUpAsSystem, runAsSystem, now } = this.#driver;
    const own = { runId: this.#run.id, owner };
    const run = this.#run.isInvoked ? runAsSystem : lookUpAsSystem;
    await run((tx) => completeRun(tx, own, result.value, now()));
    this.#completed();
  }

  #completed(): void {
    this.#driver.log.info({ runId: this.#run.id, functionId: this.#fn.id }, "run completed");
  }

  async #fail(error: JobError): Promise<void> {
    const kept = storableError(error);
    await this.#own((tx) => failRun(tx, this.#run.id, kept, this.#driver.now()));
    const fields = { runId: this.#run.id, functionId: this.#fn.id, errorName: kept.name };
    this.#driver.log.error(fields, "run failed");
  }

  #giveBack(): Promise<void> {
    const next = { runAt: this.#driver.now(), attempt: this.#attempt, error: null };
    return this.#own((tx) => requeueRun(tx, this.#run.id, next));
  }

  async #call(stepId: string, steps: readonly JobStep[], attempt: number) {
    const { event, requestId, functionId, id } = this.#run;
    const finished = steps.filter((step) => step.seq !== null);
    const stack = finished.map((step) => step.stepHash);
    const started = performance.now();
    const reply = await this.#driver.host.call({
      functionId,
      stepId,
      requestId,
      body: {
        event,
        events: [event],
        steps: Object.fromEntries(finished.map((step) => [step.stepHash, memo(step)])),
        ctx: {
          run_id: id,
          attempt,
          max_attempts: this.#fn.maxAttempts,
          disable_immediate_execution: stepId !== "step",
          use_api: false,
          // With these two the SDK reports each result and goes on within the call.
          fn_id: functionId,
          qi_id: id,
          stack: { stack, current: stack.length },
        },
      },
    });
    return { reply, durationMs: Math.round(performance.now() - started) };
  }

  /** One transaction on a run that is still ours. Throws LeaseLost. */
  #own<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.#driver.runAsSystem(async (tx) => {
      await lockOwnRun(tx, this.#run.id, this.#driver.owner);
      return work(tx);
    });
  }
}

/** What the SDK answers with when it has executed a step. */
const EXECUTED = new Set(["StepRun", "StepError", "StepFailed"]);

function isDue(step: JobStep, now: Date): boolean {
  return step.dueAt === null || step.dueAt <= now;
}

function memo(step: JobStep) {
  return step.status === "failed"
    ? { type: "error", error: step.error }
    : { type: "data", data: step.result?.value ?? null };
}

/** The header holds seconds or a date. */
function seconds(retryAfter: string): string {
  return /^\d+$/.test(retryAfter) ? `${retryAfter}s` : retryAfter;
}

function outcomeOf(op: Op): StepResult {
  return op.op === "StepRun" ? { value: op.data ?? null } : { error: jobError(op.error) };
}

function storableResult(result: StepResult): StepResult {
  if ("error" in result) return { error: storableError(result.error) };
  const value = storableJson(result.value);
  if (JSON.stringify(value).length <= LARGEST_RESULT) return { value };
  const message = "The result is larger than 4 MiB: return ids and counts, not data.";
  return { error: { name: "Error", message } };
}

function storableError(error: JobError): JobError {
  return storableJson(error) as JobError;
}
