import { expect, it } from "vitest";
import { citedBy } from "@/lib/assistant/cited";
import type { Facts } from "@/lib/assistant/facts-types";
import { verifyWords } from "@/lib/assistant/verify-words";
import { everyFinding } from "./every-detector";
import { textOf } from "./parts";
import { reword } from "./reword";
import {
  FORMERLY_HELD_OUT_REWORDINGS,
  KNOWN_REWORDINGS,
  LATER_REWORDINGS,
  type Rewordings,
} from "./reworded";
import { DAY_REWORDINGS } from "./reworded-days";
import { factsOf, SCENARIOS } from "./scenarios";
import { toldDays } from "./told-days";
import { trueTexts } from "./true-texts";

type Words = { readonly title: string; readonly text: string; readonly action: string };

/** A metric's name, and days by their date: words, no numbers of the athlete's. */
const NO_CLAIM =
  /best 20[ -]minutes?|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)/gi;
/** So many athletes try the same words. */
const OF_EACH = 1;
const ALL: readonly Rewordings[] = [
  ...[KNOWN_REWORDINGS, LATER_REWORDINGS, FORMERLY_HELD_OUT_REWORDINGS, DAY_REWORDINGS],
];

/** The numbers that lead nowhere, with the words before them. */
function unlinked(words: Words, facts: Facts, about: string | null): string[] {
  const verified = verifyWords(words, facts, "en", about);
  if (!verified.ok) return [];
  const { claims } = citedBy(words, verified, facts);
  return (["title", "text", "action"] as const).flatMap((part) => {
    const text = words[part].replace(NO_CLAIM, (name) => name.replace(/\d/g, "-"));
    const isLinked = (at: number) => claims[part].some((one) => one.start <= at && at < one.end);
    return [...text.matchAll(/\d/g)].flatMap(({ index }) =>
      isLinked(index) ? [] : [`${about} ${part}: ${words[part].slice(0, index + 1)}`],
    );
  });
}

const told = [
  ...everyFinding().map((one) => ({ ...one, kind: one.finding.detector })),
  ...toldDays(),
];

it("links every number of a finding, a morning or an activity in other words", () => {
  const taken = new Map<string, number>();
  let texts = 0;
  const missing = told.flatMap(({ kind, finding, facts }) => {
    const { title, action, detector } = finding;
    const others = ALL.flatMap((of) => of[kind] ?? []).flatMap((template) => {
      const count = taken.get(template) ?? 0;
      const said = count < OF_EACH ? reword(template, finding, facts.facts) : null;
      if (said) taken.set(template, count + 1);
      return said ? [textOf(said)] : [];
    });
    return [finding.text, `In short: ${finding.text}`, ...others].flatMap((text) => {
      texts += 1;
      return unlinked({ title, text, action }, facts, detector);
    });
  });
  expect(missing).toEqual([]);
  expect(texts).toBeGreaterThan(500);
}, 60_000);

it("links every number of a text about no finding, also in its title and its action", () => {
  const missing = SCENARIOS.flatMap((numbers) => {
    const facts = factsOf(numbers);
    return trueTexts(numbers).flatMap((said) => {
      const text = textOf(said);
      return (["title", "text", "action"] as const).flatMap((part) =>
        unlinked(
          { ...{ title: "Today", text: "Rest.", action: "Rest." }, [part]: text },
          facts,
          null,
        ),
      );
    });
  });
  expect(missing).toEqual([]);
}, 60_000);
