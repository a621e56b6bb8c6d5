import type { Route } from "next";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { skipCheckIn } from "@/lib/actions/check-in";

/** Where today's score would stand before the check-in: why it does not, and both ways to it. */
export function CheckInFirst() {
  return (
    <Alert tone="info" title="The check-in comes first" className="mb-3 md:mb-[18px]">
      <p>
        Today’s score, and last night behind it, are shown once you have said how you feel, so that
        the number does not sway your answers.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton href={"/today" as Route} variant="primary">
          Check in
        </LinkButton>
        <form action={skipCheckIn}>
          <Button type="submit">Show it without</Button>
        </form>
      </div>
    </Alert>
  );
}
