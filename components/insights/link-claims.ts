import type { Insight } from "@/db/queries/insights-on";
import type { Cited } from "@/lib/assistant/cited";
import type { Facts } from "@/lib/assistant/facts-types";
import { verifyWords } from "@/lib/assistant/verify-words";

export type Linked = Pick<Insight, "detector" | "title" | "text" | "action" | "evidence"> &
  Pick<Insight, "severity" | "sport" | "toDay" | "cited">;

/**
 * Which fact each number of an insight's title, text and action is: of a model's words what was
 * kept when they were held against all facts, of the rules' a piece of their evidence.
 */
export function linkClaims(insight: Linked): Cited {
  if (insight.cited !== null) return insight.cited;
  const { detector, severity, sport, title, text, action, evidence } = insight;
  const factIds = evidence.map(({ id }) => id);
  const own = { detector, severity, sport, title, text, action, factIds };
  const facts: Facts = {
    day: insight.toDay,
    athlete: { ageYears: null, sex: null, mainSport: "running", units: "metric" },
    today: null,
    facts: evidence,
    // Borne out already: here each number only finds the fact that it is.
    findings: [own],
    events: [],
    memory: [],
    missing: [],
    origins: {},
  };
  // "It" of the text is named in the title.
  const { parts } = verifyWords({ title, text, action }, facts, "en", detector);
  const claims = {
    title: parts.title.claims,
    text: parts.text.claims,
    action: parts.action.claims,
  };
  return { facts: evidence, claims };
}
