import { describe, expect, it } from "vitest";
import { describePace, describeTimeLeft, secondsLeft } from "./time-left";

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

it("says the pace beside the time that is left", () => {
  const start = { atMs: 0, done: 10 };
  const text = describePace(start, { atMs: 5_000, done: 110 }, 2_110);
  expect(text).toBe("20 files a second, about 2 min left");
  expect(describePace(start, { atMs: 60_000, done: 20 }, 40)).toBe("about 2 min left");
  expect(describePace(start, start, 40)).toBeNull();
});
