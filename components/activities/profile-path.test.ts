import { expect, it } from "vitest";
import { profilePath } from "./profile-path";

it("draws from the floor up and back down", () => {
  expect(profilePath([0, 1, 0.5], 100, 20)).toBe("M0 20L0 20L50 0L100 10L100 20Z");
});

it("cuts what leaves the strip", () => {
  expect(profilePath([2, -1], 10, 10)).toBe("M0 10L0 0L10 10L10 10Z");
});

it("draws nothing of fewer than two values", () => {
  expect(profilePath([0.5], 100, 20)).toBe("");
});
