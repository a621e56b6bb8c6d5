import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { verifyClaims } from "@/lib/assistant/verify-claims";
import { factsOf, type Numbers, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import { factHref } from "./fact-href";
import { shownPieces } from "./shown-pieces";
import { textPieces } from "./text-pieces";
import { VerifiedText } from "./verified-text";

const [strained] = SCENARIOS as readonly [Numbers];
const { facts, ...rest } = factsOf(strained);
const text = "Your HRV was 43 ms last night, below its mean of 51. Rest.";
const { claims } = verifyClaims(text, { ...rest, facts });

it("gives every number its fact, and keeps the text whole", () => {
  const pieces = textPieces(text, claims, facts);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter(({ fact }) => fact).map((piece) => [piece.text, piece.fact?.id])).toEqual([
    ["43 ms", "hrv.last"],
    ["below", "hrv.last"],
    ["51", "hrv.mean-7"],
  ]);
});

it("leaves out what overlaps or is of no known fact", () => {
  const odd = [
    { start: 0, end: 8, factId: "hrv.last" },
    { start: 5, end: 12, factId: "hrv.last" },
    { start: 13, end: 18, factId: "finding:x" },
  ];
  expect(textPieces(text, odd, facts).map((piece) => piece.text)).toEqual([
    text.slice(0, 8),
    text.slice(8),
  ]);
});

it("renders numbers as buttons and other words as words", () => {
  const html = renderToStaticMarkup(
    createElement(VerifiedText, {
      pieces: shownPieces({ text, claims, facts, units: "metric" }),
    }),
  );
  expect(html.match(/<button[^>]*>([^<]*)</g)).toHaveLength(3);
  expect(html.replace(/<[^>]*>/g, "")).toBe(text);
});

it("says of each number what it is, of when, and where to see it", () => {
  const [first] = shownPieces({ text, claims, facts, units: "metric" }).filter(({ fact }) => fact);
  expect(first?.fact).toMatchObject({ value: "43 ms", link: { href: "/recovery" } });
  expect(first?.fact?.label).toMatch(/HRV/);
  expect(first?.fact?.days).toMatch(/^\d+ \w{3} \d{4}$/);
});

it("knows where a number's history is drawn", () => {
  const hrefOf = (id: string) => {
    const fact = facts.find((one) => one.id === id);
    return fact && factHref(fact)?.href;
  };
  expect(hrefOf("hrv.last")).toBe("/recovery");
  expect(hrefOf("form.today")).toBe("/fitness");
  expect(hrefOf("ftp.current")).toBe("/settings/thresholds");
  expect(hrefOf("race.days")).toBeUndefined();
});
