import { expect, it } from "vitest";
import { isJourney } from "./is-journey";

it("takes no steps in a hall for a journey", () => {
  expect(isJourney({ sport: "team_sport", distanceM: 360, timerS: 8071 })).toBe(false);
  expect(isJourney({ sport: "diving", distanceM: 75, timerS: 2111 })).toBe(false);
});

it("believes a match across a pitch, and a paddle that has no word of its own", () => {
  expect(isJourney({ sport: "team_sport", distanceM: 8000, timerS: 5400 })).toBe(true);
  expect(isJourney({ sport: "other", distanceM: 25_100, timerS: 11_738 })).toBe(true);
});

it("lets a slow swim be one, and nothing without a distance", () => {
  expect(isJourney({ sport: "swimming", distanceM: 300, timerS: 1800 })).toBe(true);
  expect(isJourney({ sport: "running", distanceM: null, timerS: 1800 })).toBe(false);
  expect(isJourney({ sport: "running", distanceM: 0, timerS: 1800 })).toBe(false);
});
