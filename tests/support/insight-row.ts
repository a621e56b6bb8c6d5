import type { NewInsight } from "@/db/mutations/insights";
import type { LocalDate } from "@/lib/dates/local-date";

/** An insight of a day by rules, for tests that need one and not what it says. */
export function insightRow(day: LocalDate): NewInsight {
  return {
    ...{ kind: "daily", fromDay: day, toDay: day, position: 0, writtenBy: "rules" },
    ...{ detector: "feeling-low", formula: "DET-FEEL@1", severity: "caution" },
    ...{ title: "A low week", text: "It felt low.", action: "Rest." },
    ...{ evidence: [], series: [], validUntil: new Date("2099-01-01T00:00:00Z") },
  };
}
