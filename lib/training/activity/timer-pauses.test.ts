import { expect, it } from "vitest";
import { timerPauses } from "./timer-pauses";

function recordedAt(timeS: readonly number[], timerS: number) {
  const samples = { timeS: Float64Array.from(timeS), channels: {} };
  return { pauses: [], samples, elapsedS: timeS.at(-1) ?? 0, timerS };
}
const seconds = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

it("counts the gaps that it took for pauses, one as one", () => {
  const once = timerPauses(recordedAt([...seconds(0, 100), ...seconds(400, 500)], 200));
  expect(once.notes.map(({ text }) => text)).toEqual([
    "The file does not say when the timer stood still; one recording gap was taken as a pause.",
  ]);
  const gaps = [...seconds(0, 100), ...seconds(400, 500), ...seconds(800, 900)];
  const twice = timerPauses(recordedAt(gaps, 300));
  expect(twice.notes[0]?.text).toMatch(/2 recording gaps were taken as pauses\.$/);
});

it("says nothing where the file tells its pauses", () => {
  const told = { ...recordedAt(seconds(0, 100), 60), pauses: [{ fromS: 20, toS: 60 }] };
  expect(timerPauses(told).notes).toEqual([]);
});
