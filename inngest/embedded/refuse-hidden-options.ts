import type { InngestFunction } from "inngest";
import { UnsupportedJob } from "./function-config";

/**
 * Options that the SDK keeps to itself when it registers a function. `checkpointing` only
 * says how often a server hears of finished steps; here every step is recorded by itself.
 */
const HARMLESS = ["checkpointing", "description", "middleware", "onFailure", "retries"];
const REGISTERED = [
  "batchEvents",
  "cancelOn",
  "concurrency",
  "debounce",
  "id",
  "idempotency",
  "name",
  "priority",
  "rateLimit",
  "singleton",
  "throttle",
  "timeouts",
  "triggers",
];

/** Throws UnsupportedJob for an option that registration does not show and that changes what happens. */
export function refuseHiddenOptions(functions: readonly InngestFunction.Any[]): void {
  const known = new Set([...HARMLESS, ...REGISTERED]);
  for (const fn of functions) {
    for (const [option, value] of Object.entries(fn.opts)) {
      if (value === undefined || known.has(option)) continue;
      throw new UnsupportedJob(fn.id(), option, "is not supported");
    }
  }
}
