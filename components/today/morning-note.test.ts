import { describe, expect, it } from "vitest";
import type { MorningProgress, MorningRevision } from "@/lib/training/recovery/morning-types";
import { morningNote } from "./morning-note";

const CLOCK = { now: new Date("2026-11-21T05:10:00Z"), timeZone: "Europe/Paris" };
const progress: MorningProgress = {
  awaited: ["hrv"],
  since: "2026-11-21T05:04:00.000Z",
  nextTryAt: "2026-11-21T05:34:00.000Z",
  unreached: [],
};
const revision: MorningRevision = {
  at: "2026-11-21T06:12:00.000Z",
  score: { from: 71, to: 64 },
  decision: { from: "go", to: "ease" },
  because: "HRV came in at 38 ms",
};
const note = (given: Partial<MorningProgress> | null, revisions: MorningRevision[] = []) =>
  morningNote({ progress: given && { ...progress, ...given }, revisions }, CLOCK);

describe("morningNote", () => {
  it("says nothing of a morning that had everything", () => {
    expect(note(null)).toBeNull();
  });

  it("says what is not in, what is used instead, and when it is looked for again", () => {
    expect(note({})).toBe("HRV is not in yet; the rest of last night is used. Next try 06:34.");
    expect(note({ awaited: ["hrv", "rhr"], nextTryAt: null })).toBe(
      "HRV and resting HR are not in yet; the rest of last night is used.",
    );
    expect(note({ awaited: ["hrv", "rhr", "sleep"], unreached: ["garmin_personal"] })).toBe(
      "Last night is not in yet; the answer rests on what came before it. Garmin could not be reached. Next try 06:34.",
    );
  });

  it("names no try that has passed", () => {
    expect(note({ nextTryAt: "2026-11-21T05:04:00.000Z" })).not.toContain("Next try");
  });

  it("says what late data changed", () => {
    expect(note(null, [revision])).toBe("Score 71 → 64 at 07:12: HRV came in at 38 ms.");
    const felt = { ...revision, score: { from: 71, to: 71 }, because: "your check-in" };
    expect(note(null, [revision, felt])).toBe("Go → Ease at 07:12: your check-in.");
    const first = { ...revision, score: { from: null, to: 64 } };
    expect(note(null, [first])).toBe("Score none → 64 at 07:12: HRV came in at 38 ms.");
  });

  it("says why an answer to the workout is asked for again", () => {
    const told = { because: "you told of an injury" };
    const askedAgain = { by: "injury", response: "swapped" } as const;
    expect(note(null, [{ ...revision, ...told, askedAgain }])).toBe(
      "You had swapped this day’s workout, then you told of an injury: that answer no longer counts (07:12).",
    );
  });
});
