import { expect, it } from "vitest";
import { factsOf, type Numbers, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import type { FactsFinding } from "./facts-types";
import { verifyWords } from "./verify-words";

const [strained] = SCENARIOS as readonly [Numbers];
const facts = factsOf(strained);

it("reads the parts as one text, and places what it finds within each", () => {
  const words = {
    title: "Resting heart rate is up",
    text: "It was 54 bpm last night, 5 bpm above the mean of 49.",
    action: "Keep today easy.",
  };
  const { ok, parts } = verifyWords(words, facts);
  expect(ok).toBe(true);
  expect(parts.text.claims.map(({ start, end }) => words.text.slice(start, end))).toEqual([
    ...["54 bpm", "5 bpm", "above", "49"],
  ]);
  expect(parts.title.claims.map(({ factId }) => factId)).toEqual(["resting-hr.change"]);
});

it("says which part is wrong", () => {
  const words = { title: "Sleep was short", text: "You slept 5 h 40.", action: "Sleep 9 h 15." };
  const { ok, parts } = verifyWords(words, facts);
  expect([ok, parts.title.ok, parts.text.ok, parts.action.ok]).toEqual([false, true, true, false]);
  expect(parts.action.problems).toMatchObject([{ start: 6, end: 12, said: "9 h 15" }]);
});

it("lets the rules' own sentences be repeated word for word, and nothing close to them", () => {
  const rule: FactsFinding = {
    ...{ detector: "sleep-short", sport: null, title: "Too little sleep" },
    severity: "notice",
    ...{
      text: "Nights like these add up to 4 h 25 min.",
      action: "Go to bed half an hour earlier.",
    },
    factIds: ["sleep-debt.14"],
  };
  const withRule = { ...facts, findings: [rule] };
  const { ok, parts } = verifyWords(rule, withRule);
  expect(ok).toBe(true);
  expect(parts.text.claims).toMatchObject([{ factId: "sleep-debt.14" }]);
  const closeTo = { ...rule, text: rule.text.replace("25", "35") };
  expect(verifyWords(closeTo, withRule).ok).toBe(false);
  const inOther = { ...rule, action: "Go to bed half an hour earlier and two hours on Sunday." };
  expect(verifyWords(inOther, withRule).ok).toBe(false);
});
