import {
  lockUndispatchedEvents,
  markEventsDispatched,
  type TakenEvent,
} from "@/db/mutations/job-events";
import { cancelMatchingRuns } from "@/db/mutations/job-runs";
import { debounceName, insertRuns, type NewRun, waitingDebounces } from "@/db/mutations/job-starts";
import { settleWaits, waitedEvents } from "@/db/mutations/job-steps";
import type { JobEventPayload } from "@/db/schema/jobs";
import type { SystemTx } from "@/db/scope";
import { conditionsHold, requiredContent } from "./expression";
import type { FunctionConfig } from "./function-config";
import { isPlain, newRun, type RunCause, startRun } from "./start-run";

/** Events in one transaction: enough to be quick, few enough not to hold the lock for long. */
const BATCH = 100;

/** The oldest events of the outbox, for `dispatchEvents` in the same transaction. */
export function takeEvents(tx: SystemTx): Promise<TakenEvent[]> {
  return lockUndispatchedEvents(tx, BATCH);
}

/**
 * Does what events from the outbox ask for: cancels runs, ends waits, starts functions. Returns
 * how many there were.
 */
export async function dispatchEvents(
  tx: SystemTx,
  events: readonly TakenEvent[],
  functions: readonly FunctionConfig[],
  now: Date,
): Promise<number> {
  if (events.length === 0) return 0;
  const waited = await waitedEvents(
    tx,
    events.map(({ payload }) => payload.name),
  );
  // Runs that only have to be added are added together: a morning brings thousands.
  let plain: NewRun[] = [];
  const flush = () => {
    tx.withCommit(insertRuns(tx, plain));
    plain = [];
  };
  const debounced = await waitingDebounces(tx, runsOf(events, functions, now));
  const start = async (fn: FunctionConfig, taken: TakenEvent) => {
    const run = newRun(fn, causeOf(taken), now);
    if (isPlain(fn)) plain.push(run);
    else if (fn.debounce && !debounced.has(debounceName(run))) {
      debounced.add(debounceName(run));
      plain.push({ ...run, runAt: new Date(now.getTime() + fn.debounce.periodMs) });
    } else {
      flush();
      await startRun(tx, fn, causeOf(taken), now);
    }
  };
  for (const taken of events) {
    const { payload: event } = taken;
    const cancelling = functions.filter((fn) => fn.cancelOn.some((on) => on.event === event.name));
    if (cancelling.length > 0) flush();
    for (const fn of cancelling) await cancelRuns(tx, fn, taken, now);
    if (waited.has(event.name)) await settleWaits(tx, event, now);
    for (const fn of functions.filter((one) => isTriggered(one, event))) await start(fn, taken);
  }
  flush();
  tx.withCommit(markEventsDispatched(tx, events, now));
  return events.length;
}

/** What would wait out a debounce, to be looked up for all events at once. */
function runsOf(events: readonly TakenEvent[], functions: readonly FunctionConfig[], now: Date) {
  return functions
    .filter((fn) => fn.debounce)
    .flatMap((fn) =>
      events
        .filter(({ payload }) => isTriggered(fn, payload))
        .map((taken) => newRun(fn, causeOf(taken), now)),
    );
}

function causeOf({ payload: event, rowId: eventId, requestId }: TakenEvent): RunCause {
  return { event, eventId, requestId };
}

function isTriggered(fn: FunctionConfig, event: JobEventPayload): boolean {
  return fn.events.some(
    (trigger) => trigger.name === event.name && conditionsHold(trigger.conditions, event),
  );
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
