import { formatDay } from "@/lib/dates/format-day";
import type { UnitSystem } from "@/lib/units/unit-system";
import { showFact } from "../show-fact";
import type { Remembered } from "./memory-edits";
import type { Summary } from "./summaries";

const EVENTS: Readonly<Record<Summary["events"][number], string>> = {
  illness: "Illness",
  injury: "Injury",
  travel: "Travel",
  race: "Race",
  holiday: "Holiday",
  note: "Something else",
};

/** A week or four of them in a line, with how much it is made of. */
export function summaryWords(summary: Summary, units: UnitSystem): Remembered {
  const { id, fromDay, toDay, facts, events, sourceIds } = summary;
  const numbers = facts.map((fact) => `${shortLabel(fact.label)} ${showFact(fact, units)}`);
  const of = id.startsWith("month:") ? "weeks" : "days";
  return {
    id,
    title: `${formatDay(fromDay, "short")} to ${formatDay(toDay, "short")}`,
    text: [...numbers, ...events.map((kind) => EVENTS[kind])].join(" · "),
    source: `From ${sourceIds.length} ${of}`,
    facts,
  };
}

/** Without what the list's heading says already. */
function shortLabel(label: string): string {
  return label.replace(/,? ?(?:mean )?of (?:the week|four weeks)$/, "");
}
