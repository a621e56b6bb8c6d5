import type { WordsView } from "@/components/insights/prepare-words";
import { WordsBody } from "@/components/insights/words-body";
import { Card } from "@/components/ui/card";

/** The morning in a few sentences, under what there is to do. */
export function BriefingCard({ briefing, day }: { briefing: WordsView; day: string }) {
  return (
    <Card aria-labelledby="briefing">
      <h2 id="briefing" className="heading-quiet">
        Your morning, briefly
      </h2>
      <WordsBody words={briefing} of={{ day }} />
    </Card>
  );
}
