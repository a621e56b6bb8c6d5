import { WeeklyQuestion } from "@/components/recovery/weekly-question";
import { Card } from "@/components/ui/card";
import { skipWeek } from "@/lib/actions/track-record";

/** Once a week, while it is fresh: how it felt, for the track record. */
export function WeekQuestionCard({ week }: { week: string }) {
  return (
    <Card aria-labelledby="last-week">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="last-week" className="heading-quiet">
          Last week
        </h2>
        <form action={skipWeek}>
          <button
            type="submit"
            className="-my-2 min-h-11 px-1 text-sm font-medium whitespace-nowrap text-accent hover:underline"
          >
            Not this week
          </button>
        </form>
      </div>
      <WeeklyQuestion week={week} answer={null} />
    </Card>
  );
}
