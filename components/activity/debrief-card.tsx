import { prepareWords } from "@/components/insights/prepare-words";
import { WordsBody } from "@/components/insights/words-body";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { BestWords } from "@/lib/assistant/best-words";
import type { LocalDate } from "@/lib/dates/local-date";
import type { UnitSystem } from "@/lib/units/unit-system";

type Props = {
  activityId: string;
  day: LocalDate;
  units: UnitSystem;
  /** Null for an activity that has gone meanwhile. */
  debrief: BestWords | null;
  mayAskModel: boolean;
};

/** How it went and what follows, in a few sentences. */
export function DebriefCard({ activityId, day, units, debrief, mayAskModel }: Props) {
  if (debrief === null) return null;
  return (
    <Card aria-labelledby="debrief">
      <CardHeader id="debrief" title="Debrief" />
      <WordsBody words={prepareWords(debrief, { day, units, mayAskModel })} of={{ activityId }} />
    </Card>
  );
}
