import { expect, it } from "vitest";
import { sportKind } from "./sport-kind";

it.each([
  ["cycling", "mountain", false, "mountain"],
  ["cycling", "indoorCycling", true, null],
  ["swimming", "openWater", false, "open water"],
  ["diving", "multiGasDiving", false, "multi gas"],
  ["strength", "strengthTraining", true, null],
  ["running", "generic", false, null],
  ["running", null, false, null],
] as const)(
  "says of %s, %s only what the sport does not say",
  (sport, subSport, isIndoor, kind) => {
    expect(sportKind({ sport, subSport, isIndoor })).toBe(kind);
  },
);
