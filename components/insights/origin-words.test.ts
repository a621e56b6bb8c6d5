import { expect, it } from "vitest";
import { originWords } from "./origin-words";

it.each([
  [undefined, null],
  ["garmin", "From Garmin"],
  ["apple_health, garmin", "From Apple Health and Garmin"],
  ["ring_night", "From ring night"],
  ["activities", "From your activities"],
  ["athlete", "Told by you"],
  ["settings", "From your settings"],
  ["PMC-exp@1", "Worked out by PMC-exp@1"],
])("says where a number of %s is from", (origin, words) => {
  expect(originWords(origin)).toBe(words);
});
