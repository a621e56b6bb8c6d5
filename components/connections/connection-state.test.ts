import { describe, expect, it } from "vitest";
import { connectionState, isSyncing } from "./connection-state";
import { countWords } from "./count-words";

const NOW = new Date("2026-11-22T06:10:00Z");
const WELL = { status: "connected", problemCode: null, runs: [] } as const;
const running = (startedAt: string, problem: string | null = null) =>
  [{ outcome: "running", startedAt, problem }] as const;

describe("connectionState", () => {
  it("is connected before the first try, and after one that went well", () => {
    expect(connectionState(WELL, NOW)).toBe("connected");
    const runs = [{ outcome: "done", startedAt: "2026-11-22T06:00:00Z", problem: null }] as const;
    expect(connectionState({ ...WELL, runs }, NOW)).toBe("connected");
  });

  it("is syncing while a try runs, and not for ever when it was broken off", () => {
    expect(connectionState({ ...WELL, runs: running("2026-11-22T06:09:00Z") }, NOW)).toBe(
      "syncing",
    );
    expect(connectionState({ ...WELL, runs: running("2026-11-22T05:00:00Z") }, NOW)).toBe(
      "connected",
    );
  });

  it("says that the vendor needs a pause at once, not when all tries are over", () => {
    const runs = running("2026-11-22T06:09:00Z", "Garmin does not answer at the moment.");
    const connection = { ...WELL, problemCode: "unavailable", runs };
    expect(connectionState(connection, NOW)).toBe("paused");
    expect(isSyncing(connection, NOW)).toBe(true);
  });

  it("wants the athlete only where the athlete can do something", () => {
    const state = (problemCode: string) => connectionState({ ...WELL, problemCode }, NOW);
    expect(state("unavailable")).toBe("paused");
    expect(state("rate_limited")).toBe("paused");
    expect(state("misunderstood")).toBe("troubled");
    expect(state("expires_soon")).toBe("attention");
    expect(connectionState({ ...WELL, status: "needs_reconnect" }, NOW)).toBe("attention");
  });
});

it("counts what came in words, and says nothing of what did not", () => {
  expect(countWords({ activities: 1, days: 28, files: 0 })).toBe("1 new activity, 28 days");
  expect(countWords({ activities: 1200, files: 1 })).toBe("1,200 new activities, 1 file");
  expect(countWords({ busyTimes: 3 })).toBe("3 busy times");
  expect(countWords({})).toBe("nothing new");
});
