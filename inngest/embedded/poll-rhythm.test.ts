import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PollRhythm } from "./poll-rhythm";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Milliseconds of the next rest. */
async function restOf(rhythm: PollRhythm): Promise<number> {
  const began = Date.now();
  const rest = rhythm.rest(null).then(() => Date.now() - began);
  await vi.runAllTimersAsync();
  return rest;
}

it("rests longer and longer while there is no work, and shortly after some", async () => {
  const rhythm = new PollRhythm({ first: 250, longest: 800 });
  const rests = [await restOf(rhythm), await restOf(rhythm), await restOf(rhythm)];
  expect(rests).toEqual([250, 500, 800]);
  rhythm.quicken();
  expect([await restOf(rhythm), await restOf(rhythm)]).toEqual([20, 40]);
});

it("is not hurried by having been woken where nothing is gained by it", async () => {
  const rhythm = new PollRhythm({ first: 250, longest: 800 });
  rhythm.wake();
  expect(await restOf(rhythm)).toBe(0);
  rhythm.calm();
  expect(await restOf(rhythm)).toBe(250);
  rhythm.wake();
  expect([await restOf(rhythm), await restOf(rhythm)]).toEqual([0, 20]);
});
