import { Card } from "@/components/ui/card";
import { clockFromMinute } from "@/lib/dates/format-clock";
import { WorkOutForm } from "./work-out-form";

/** The day has no answer yet: when it comes, and the way not to wait. */
export function WaitingCard({ morningMinute }: { morningMinute: number }) {
  return (
    <Card aria-labelledby="waiting">
      <h2 id="waiting" className="text-lg font-semibold tracking-[-0.01em]">
        Today is not worked out yet
      </h2>
      <p className="mt-1 mb-4 text-sm text-muted">
        Each day is made at {clockFromMinute(morningMinute)} from the night’s data: recovery, one
        workout and why. If you have slept already, do it now.
      </p>
      <WorkOutForm />
    </Card>
  );
}
