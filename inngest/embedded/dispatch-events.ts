import {
  lockUndispatchedEvents,
  markEventsDispatched,
  type TakenEvent,
} from "@/db/mutations/job-events";
import { cancelMatchingRuns } from "@/db/mutations/job-runs";
import { settleWaits } from "@/db/mutations/job-steps";
import type { SystemTx } from "@/db/scope";
import { conditionsHold, requiredContent } from "./expression";
import type { FunctionConfig } from "./function-config";
import { startRun } from "./start-run";

/** Events in one transaction: enough to be quick, few enough not to hold the lock for long. */
const BATCH = 100;

/**
 * Takes events from the outbox and does what they ask for: cancels runs, ends waits,
 * starts functions. Returns how many there were.
 */
export async function dispatchEvents(
  tx: SystemTx,
  functions: readonly FunctionConfig[],
  now: Date,
): Promise<number> {
  const events = await lockUndispatchedEvents(tx, BATCH);
  for (const event of events) await dispatch(tx, functions, event, now);
  await markEventsDispatched(tx, events, now);
  return events.length;
}

async function dispatch(
  tx: SystemTx,
  functions: readonly FunctionConfig[],
  taken: TakenEvent,
  now: Date,
): Promise<void> {
  const { payload: event, rowId: eventId, requestId } = taken;
  for (const fn of functions) await cancelRuns(tx, fn, taken, now);
  await settleWaits(tx, event, now);
  for (const fn of functions) {
    const isTriggered = fn.events.some(
      (trigger) => trigger.name === event.name && conditionsHold(trigger.conditions, event),
    );
    if (isTriggered) await startRun(tx, fn, { event, eventId, requestId }, now);
  }
}

async function cancelRuns(
  tx: SystemTx,
  fn: FunctionConfig,
  { payload: event }: TakenEvent,
  now: Date,
): Promise<void> {
  for (const { event: name, conditions, timeoutMs } of fn.cancelOn) {
    if (name !== event.name) continue;
    const pattern = requiredContent(conditions, "event", event);
    if (!pattern) continue;
    const createdAfter = timeoutMs === null ? null : new Date(now.getTime() - timeoutMs);
    const match = { functionId: fn.id, pattern, createdBefore: now, createdAfter };
    await cancelMatchingRuns(tx, match, now);
  }
}
