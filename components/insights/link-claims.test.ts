import { describe, expect, it } from "vitest";
import { acceptInsights } from "@/lib/assistant/accept-insights";
import { ftpTooLow } from "@/lib/training/insights/ftp-too-low";
import { restingHrRising } from "@/lib/training/insights/resting-hr-rising";
import { factsOfInput } from "@/scripts/evals/claims/every-detector";
import { daysAgo, healthyInput, setLast } from "@/tests/support/detector-input";
import { linkClaims } from "./link-claims";
import { linkedWords } from "./linked-words";

const ftp = { ftpW: 228, suggestedW: 241, twentyMinutesW: 254, activityId: "ride" };
const found = ftpTooLow(healthyInput(undefined, { ftp: { ...ftp, day: daysAgo(2) } }));

it.each([
  ["the rules' words", (text: string) => text],
  ["a model's that were kept without their facts", (text: string) => `In short: ${text}`],
  ["the same in its own words", () => "Your FTP is 228 W, and your best 20 minutes were 254 W."],
])("finds the fact of every number in %s", (_, reword) => {
  if (found === null) throw new Error("nothing was found");
  const text = reword(found.text);
  const evidence = [...found.evidence];
  const { claims, facts } = linkClaims({ ...found, text, evidence, cited: null });
  const linked = claims.text.map(({ start, end }) => text.slice(start, end));
  expect(linked.toSorted()).toEqual(text.match(/\d{3} W/g)?.toSorted());
  for (const { start, end, factId } of claims.text) {
    const fact = facts.find(({ id }) => id === factId);
    expect(text.slice(start, end)).toBe(`${fact?.value} W`);
  }
});

describe("a model's words", () => {
  const input = healthyInput((c) => setLast(c.restingHrBpm, 7, (v) => (v ?? 0) + 6));
  const finding = restingHrRising(input);
  if (finding === null) throw new Error("nothing was found");
  const { detector, severity, sport, toDay } = finding;
  const facts = factsOfInput(input, [finding]);
  const valueNow = (id: string) => facts.facts.find((fact) => fact.id === id)?.value;
  const [hrv, pulse] = [valueNow("hrv.last"), finding.evidence[0]];
  const evidence = [...finding.evidence];
  const words = {
    title: `HRV was ${hrv} ms last night`,
    text: `${pulse?.label}: ${Math.round(pulse?.value ?? 0)} bpm. HRV was ${hrv} ms last night.`,
    action: `Rest: HRV was ${hrv} ms last night.`,
  };
  const { accepted, refused } = acceptInsights([{ detector, ...words, factIds: [] }], facts);

  it("are linked in title, text and action, also to a fact that is none of the evidence", () => {
    expect(refused).toEqual([]);
    expect(evidence.map(({ id }) => id)).not.toContain("hrv.last");
    const cited = accepted[0]?.cited ?? null;
    const pieces = linkedWords(
      { detector, severity, sport, toDay, ...words, evidence, cited },
      "metric",
    );
    const linked = (part: keyof typeof pieces) =>
      pieces[part].flatMap(({ text, fact }) => (fact ? [[text, fact.label, fact.value]] : []));
    const last = [`${hrv} ms`, expect.stringMatching(/^HRV/), `${hrv} ms`];
    expect(linked("title")).toEqual([last]);
    expect(linked("text").at(-1)).toEqual(last);
    expect(
      linked("text")
        .slice(0, -1)
        .map(([, label]) => label),
    ).toEqual([pulse?.label, pulse?.label]);
    expect(linked("action")).toEqual([last]);
    for (const part of ["title", "text", "action"] as const) {
      expect(pieces[part].map(({ text }) => text).join("")).toBe(words[part]);
    }
  });
});
