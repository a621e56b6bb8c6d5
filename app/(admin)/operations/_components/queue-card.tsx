import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { JobQueueState } from "@/db/queries/jobs";
import { formatSpan } from "@/lib/dates/format-span";
import { FactList } from "./fact-list";

/** How much background work waits, and how long. */
export function QueueCard({ queue, now }: { queue: JobQueueState; now: Date }) {
  const age = (at: Date | null) => (at === null ? "none" : formatSpan(at, now));
  return (
    <Card aria-labelledby="queue">
      <CardHeader id="queue" title="Queue" />
      <FactList
        facts={[
          ["Queued", queue.queued],
          ["Running", queue.running],
          ["Waiting for time or an event", queue.waiting],
          ["Gave up", queue.deadLetters],
          ["Oldest that is due, waits for", age(queue.oldestDueAt)],
          ["Events to hand out", queue.undispatchedEvents],
          ["Oldest event, waits for", age(queue.oldestUndispatchedAt)],
        ]}
      />
    </Card>
  );
}
