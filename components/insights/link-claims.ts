import type { Insight } from "@/db/queries/insights-on";
import type { Claim } from "@/lib/assistant/claims/claim-types";
import type { Facts } from "@/lib/assistant/facts-types";
import { verifyWords } from "@/lib/assistant/verify-words";

type Linked = Pick<Insight, "detector" | "title" | "text" | "action" | "evidence"> &
  Pick<Insight, "severity" | "sport" | "toDay">;

/** Which piece of evidence each number of an insight's text is. */
export function linkClaims(insight: Linked): readonly Claim[] {
  const { detector, severity, sport, title, text, action, evidence } = insight;
  const factIds = evidence.map(({ id }) => id);
  const own = { detector, severity, sport, title, text, action, factIds };
  const facts: Facts = {
    day: insight.toDay,
    athlete: { ageYears: null, sex: null, mainSport: "running", units: "metric" },
    today: null,
    facts: evidence,
    // Borne out already, also a model's: here each number only finds the fact that it is.
    findings: [own],
    events: [],
    memory: [],
    missing: [],
  };
  // "It" of the text is named in the title.
  return verifyWords({ title, text, action }, facts, "en", detector).parts.text.claims;
}
