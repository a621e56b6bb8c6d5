import { Upload } from "lucide";
import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

/** Nothing imported yet: why the page is empty, what will fill it, and the way there. */
export function EmptyToday() {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <EmptyState
        icon={<Icon of={Upload} />}
        title="Your first morning needs data"
        action={
          <LinkButton href={"/import" as Route} variant="primary" size="lg">
            Import activities and nights
          </LinkButton>
        }
      >
        <p>
          Drop in activity files or a Garmin export. Training load appears at once; a recovery score
          needs three nights of HRV or resting heart rate before the one it judges.
        </p>
      </EmptyState>
    </Card>
  );
}
