import { describe, expect, it } from "vitest";
import { factsOf, type Numbers, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import type { Facts } from "./facts-types";
import { forbiddenReason, guardWords } from "./guardrails";

const [strained] = SCENARIOS as readonly [Numbers];
const day = factsOf(strained).day;
const base: Facts = factsOf(strained);
const today = (decision: "go" | "ease" | "rest"): Facts => ({
  ...base,
  today: { decision, band: null, confidence: null, workout: null },
});
const go = today("go");
const RULE = { title: "Sleep is short", text: "You slept 5 h 40.", action: "Go to bed earlier." };
const words = (text: string) => ({ title: "A title", text, action: "Rest well." });
const reason = (text: string, facts: Facts = go) => forbiddenReason(words(text), facts);

describe("words that are nobody's here", () => {
  it.each([
    ["medical", "This looks like an infection."],
    ["medical", "You have a stress fracture."],
    ["medical", "You are ill."],
    ["medical", "Das ist eine Entzündung."],
    ["medication", "Take ibuprofen before the run."],
    ["medication", "A dose of 400 mg helps."],
    ["medication", "Nimm eine Tablette."],
    ["eating", "Eat fewer carbs tonight."],
    ["eating", "A deficit of 500 kcal would help you lose weight."],
    ["pain", "You can train through it."],
    ["pain", "Cours malgré la douleur."],
    ["load", "Increase your load by 25 % next week."],
    ["load", "You should double your mileage."],
    ["link", "See https://example.test for more."],
    ["link", "![plan](x)"],
    ["leak", "As an AI I cannot say."],
  ])("%s: %s", (expected, text) => {
    expect(reason(text)).toBe(expected);
  });

  it.each([
    "Your resting heart rate rose, so keep today easy.",
    "Sleep was short: go to bed half an hour earlier.",
    "Load rose by 30 % on the week before.",
    "Do not add another session today.",
    "If it hurts, stop and have it looked at.",
    "Enjoy the ride, you have earned it.",
    "Hold the load where it is this week.",
    "No intervals today.",
  ])("lets pass: %s", (text) => {
    expect(reason(text)).toBeNull();
  });
});

describe("urging", () => {
  const urge = "Go hard today.";

  it("follows the morning's decision", () => {
    expect(reason(urge, go)).toBeNull();
    expect(reason(urge, today("ease"))).toBe("load");
    expect(reason(urge, today("rest"))).toBe("load");
    expect(reason("Never go hard today.", today("rest"))).toBeNull();
  });

  it("is stopped where the decision is not known: no answer yet, or fenced off", () => {
    expect(reason(urge, { ...go, today: null })).toBe("load");
    expect(reason("Never go hard today.", { ...go, today: null })).toBeNull();
  });

  it("is stopped above a growth of a tenth, whatever the decision", () => {
    expect(reason("Add 10 % to the long run next week.")).toBeNull();
    expect(reason("Add 11 % to the long run next week.")).toBe("load");
    expect(reason("Next week could be 10 % longer.")).toBeNull();
    expect(reason("Next week could be 11 % longer.")).toBe("load");
  });

  it("stops for illness, injury and the young, whatever the decision", () => {
    const events = [{ kind: "injury" as const, fromDay: day, toDay: day, title: null }];
    expect(reason(urge, { ...go, events })).toBe("illness");
    expect(reason(urge, { ...go, athlete: { ...go.athlete, ageYears: 16 } })).toBe("young");
    expect(reason(urge, { ...go, athlete: { ...go.athlete, ageYears: 18 } })).toBeNull();
  });
});

it("puts the rules' words in the place of what is stopped, with a fixed sentence", () => {
  const stopped = guardWords(words("Take ibuprofen."), go, RULE);
  expect(stopped).toMatchObject({ status: "replaced", reason: "medication" });
  expect(stopped.words).toEqual({
    ...RULE,
    text: "You slept 5 h 40. Questions about medicine belong to a physician or pharmacist.",
  });
  expect(guardWords(words("Sleep well."), go, RULE)).toEqual({
    status: "allowed",
    words: words("Sleep well."),
  });
});
