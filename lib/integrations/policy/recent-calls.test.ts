import { describe, expect, it } from "vitest";
import { BREAKS_AT } from "./provider-limits";
import { RecentCalls } from "./recent-calls";

const { calls: ENOUGH, withinMs } = BREAKS_AT;

/** What the last of these says, each a millisecond after the one before. */
function noted(recent: RecentCalls, failed: readonly boolean[], fromMs = 0): boolean | undefined {
  return failed.map((hasFailed, i) => recent.note(hasFailed, fromMs + i)).at(-1);
}

const times = (count: number, hasFailed: boolean) => new Array<boolean>(count).fill(hasFailed);

describe("RecentCalls", () => {
  it("says that it is too much when half of enough calls have failed", () => {
    expect(noted(new RecentCalls(), times(ENOUGH - 1, true))).toBe(false);
    expect(noted(new RecentCalls(), times(ENOUGH, true))).toBe(true);
    expect(noted(new RecentCalls(), [...times(6, false), ...times(5, true)])).toBe(false);
    expect(noted(new RecentCalls(), [...times(6, false), ...times(6, true)])).toBe(true);
  });

  it("counts by the clock: what is older than the window counts no more", () => {
    const recent = new RecentCalls();
    noted(recent, times(ENOUGH - 1, true));
    expect(recent.note(true, withinMs + ENOUGH)).toBe(false);
    expect(noted(recent, times(ENOUGH - 2, true), withinMs + ENOUGH + 1)).toBe(false);
    expect(recent.note(true, withinMs + 2 * ENOUGH)).toBe(true);
  });

  it("counts right when a great many calls have come and gone", () => {
    const recent = new RecentCalls();
    for (let ms = 0; ms < 10 * withinMs; ms += 10) recent.note(ms % 30 === 0, ms);
    // A third of three thousand has failed; some eight hundred more are not half yet.
    const ms = 10 * withinMs;
    expect(recent.note(true, ms)).toBe(false);
    expect(noted(recent, times(800, true), ms)).toBe(false);
    expect(noted(recent, times(400, true), ms + 800)).toBe(true);
  });

  it("begins anew when told", () => {
    const recent = new RecentCalls();
    noted(recent, times(ENOUGH - 1, true));
    recent.forget();
    expect(recent.note(true, ENOUGH)).toBe(false);
  });
});
