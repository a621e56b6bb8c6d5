import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { Summary } from "@/lib/assistant/memory/summaries";
import { showFact } from "@/lib/assistant/show-fact";
import { formatDay } from "@/lib/dates/format-day";
import type { UnitSystem } from "@/lib/units/unit-system";
import { ENTRY_WORDS } from "./entry-words";

type Props = {
  weeks: readonly Summary[];
  months: readonly Summary[];
  units: UnitSystem;
};

const WEEKS_SHOWN = 4;

/** What stays of past weeks: a line of numbers each. */
export function MemoryCard({ weeks, months, units }: Props) {
  if (weeks.length === 0) return null;
  return (
    <Card aria-labelledby="memory">
      <CardHeader id="memory" title="What is kept in mind of past weeks" />
      <p className="text-sm text-muted">
        Worked out by rules from your days, each time anew. What you delete or correct there is gone
        or corrected here.
      </p>
      <SummaryList title="Weeks" summaries={weeks.slice(0, WEEKS_SHOWN)} units={units} />
      <SummaryList title="Four weeks each" summaries={months} units={units} />
    </Card>
  );
}

type ListProps = { title: string; summaries: readonly Summary[]; units: UnitSystem };

function SummaryList({ title, summaries, units }: ListProps) {
  if (summaries.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-sm font-medium text-muted">{title}</h3>
      <ul>
        {summaries.map(({ id, fromDay, toDay, facts, events }) => (
          <li key={id} className="border-t border-line py-2 text-sm first:border-t-0">
            <p className="font-medium">
              {formatDay(fromDay, "short")} to {formatDay(toDay, "short")}
            </p>
            <p className="text-muted tabular-nums">
              {[
                ...facts.map((fact) => `${shortLabel(fact.label)} ${showFact(fact, units)}`),
                ...events.map((kind) => ENTRY_WORDS[kind].label),
              ].join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Without what the list's heading says already. */
function shortLabel(label: string): string {
  return label.replace(/,? ?(?:mean )?of (?:the week|four weeks)$/, "");
}
