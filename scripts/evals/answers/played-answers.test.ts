import { expect, it } from "vitest";
import { readPrompts } from "@/lib/services/read-prompts";
import { evalAnswers } from "./evaluate-answers";
import { evalPlayedAnswers } from "./played-answers";

const { texts } = await readPrompts();

it("shows all that is true of sixty answers and more, and nothing of what is false", async () => {
  const { figures, wrong } = await evalPlayedAnswers(texts);
  expect(wrong).toEqual([]);
  expect(Object.entries(figures).filter(([, { ok }]) => ok === false)).toEqual([]);
}, 60_000);

it("fails where nothing of use is written, and where what is written is of something else", async () => {
  const silent = await evalAnswers("x", texts, async () => null);
  expect(silent.figures).toMatchObject({ xHeld: { value: 0, ok: false }, xLow: { ok: false } });
  const other = { detector: "made-up", title: "T", text: "X", action: "A", factIds: [] };
  const beside = await evalAnswers("x", texts, async () => [other]);
  expect(beside.figures).toMatchObject({ xHeld: { value: 0, ok: false }, xLow: { value: 1 } });
}, 60_000);
