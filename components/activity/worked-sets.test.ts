import { expect, it } from "vitest";
import { workedSets } from "./worked-sets";

const set = { startS: 0, durationS: 60, isActive: true };
const nothing = { exercise: null, repetitions: null, weightKg: null };

it("keeps the worked sets with their places among all", () => {
  const sets = [
    { ...set, ...nothing, repetitions: 8 },
    { ...set, ...nothing, isActive: false },
    { ...set, ...nothing },
  ];
  expect(workedSets(sets).map(({ at }) => at)).toEqual([0, 2]);
});

it("takes the one clocked stretch of a yoga class for no set", () => {
  expect(workedSets([{ ...set, ...nothing, durationS: 4338 }])).toEqual([]);
  expect(workedSets([{ ...set, ...nothing, repetitions: 0 }])).toEqual([]);
});
