import { expect, it } from "vitest";
import { nightScores } from "./night-scores";

const night = (start: string, change = {}) => ({
  sleepS: 8 * 3600,
  deepSleepS: 90 * 60,
  remSleepS: 90 * 60,
  awakeS: 600,
  sleepStartAt: new Date(start),
  ...change,
});

it("scores a night at the usual hour 100, in the athlete's own zone", () => {
  const [, second] = nightScores(
    [night("2026-01-10T22:00:00Z"), night("2026-01-11T22:10:00Z")],
    "Europe/Berlin",
  );
  expect(second).toBe(100);
});

it("takes a late bedtime across midnight off, and keeps a gap a gap", () => {
  const scores = nightScores(
    [
      night("2026-01-10T22:00:00Z"),
      null,
      night("2026-01-13T00:30:00Z"),
      night("2026-01-13T22:00:00Z", { sleepS: null }),
    ],
    "Europe/Berlin",
  );
  expect(scores[1]).toBeNull();
  expect(scores[3]).toBeNull();
  // Two and a half hours late: 135 min beyond the grace cost all of the consistency's 20.
  expect(scores[2]).toBe(80);
});
