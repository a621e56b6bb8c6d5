import { describe, expect, it } from "vitest";
import { describeTimeLeft, secondsLeft } from "./time-left";

describe("secondsLeft", () => {
  const first = { atMs: 0, done: 10 };
  it("goes on at the pace seen so far", () => {
    expect(secondsLeft(first, { atMs: 10_000, done: 30 }, 90)).toBe(30);
  });
  it("says nothing too early or while nothing moves", () => {
    expect(secondsLeft(first, { atMs: 1000, done: 30 }, 90)).toBeNull();
    expect(secondsLeft(first, { atMs: 60_000, done: 10 }, 90)).toBeNull();
  });
  it("never goes below zero when an archive brought more files than were known", () => {
    expect(secondsLeft(first, { atMs: 10_000, done: 95 }, 90)).toBe(0);
  });
});

describe("describeTimeLeft", () => {
  it.each([
    [null, null],
    [3, "a few seconds left"],
    [42, "about 50 s left"],
    [58, "about 1 min left"],
    [130, "about 2 min left"],
    [7300, "about 2 h left"],
  ])("%s becomes %s", (seconds, text) => {
    expect(describeTimeLeft(seconds)).toBe(text);
  });
});
