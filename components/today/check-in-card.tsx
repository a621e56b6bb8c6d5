import { Card } from "@/components/ui/card";
import { skipCheckIn } from "@/lib/actions/check-in";
import { CheckInForm } from "./check-in-form";

/** Before the number: how it feels. What is measured is shown afterwards, so that it sways nobody. */
export function CheckInCard({ athleteId }: { athleteId: string }) {
  return (
    <Card aria-labelledby="check-in">
      <div className="mb-3 flex items-start justify-between gap-3">
        <div>
          <h2 id="check-in" className="text-lg font-semibold tracking-[-0.01em]">
            How are you this morning?
          </h2>
          <p className="text-sm text-muted">Ten seconds. Your score and workout come after.</p>
        </div>
        <form action={skipCheckIn}>
          <button
            type="submit"
            className="-my-2 min-h-11 px-1 text-sm font-medium whitespace-nowrap text-accent hover:underline"
          >
            Not today
          </button>
        </form>
      </div>
      <CheckInForm athleteId={athleteId} />
    </Card>
  );
}
