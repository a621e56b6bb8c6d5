import { describe, expect, it } from "vitest";
import type { JournalEntry } from "@/db/queries/activity-edits";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";
import { prepareEdits } from "./prepare-edits";

const ORIGINAL = { title: "Morning ride", sport: "cycling", subSport: null, rpe: null } as const;

function journal(edits: readonly (ActivityEdit & { isUndone?: boolean })[]): JournalEntry[] {
  return edits.map(({ isUndone, ...edit }, i) => ({
    ...edit,
    id: `edit-${i}`,
    at: new Date(Date.UTC(2026, 10, 21, 17, i)),
    undoneAt: isUndone ? new Date(Date.UTC(2026, 10, 22)) : null,
  }));
}
const prepared = (edits: readonly (ActivityEdit & { isUndone?: boolean })[]) =>
  prepareEdits(journal(edits), ORIGINAL, "Europe/Paris");

describe("prepareEdits", () => {
  it("says each change in words, newest first, with the moment where the athlete is", () => {
    const { holding } = prepared([
      { kind: "title", value: "Hill reps" },
      { kind: "sport", value: "running" },
      { kind: "effort", value: 8 },
      { kind: "feel", value: 2 },
      { kind: "remark", value: "Legs like lead" },
      { kind: "load_method", value: "hrss" },
      { kind: "exclude", value: { fromS: 720, toS: 3930 } },
      { kind: "ignore_sensor", value: "heart_rate" },
    ]);
    expect(holding.map((row) => row.text)).toEqual([
      "Left out: heart rate",
      "Left out: 12:00 to 1:05:30",
      "Load: by heart rate",
      "Note: Legs like lead",
      "Feel: weak",
      "Felt effort: 8 of 10",
      "Sport: Run, recorded as Ride",
      "Title: Hill reps",
    ]);
    expect(holding[0]?.when).toBe("21 Nov 2026, 18:07");
  });

  it("says what was taken back", () => {
    const { holding } = prepared([
      { kind: "effort", value: null },
      { kind: "load_method", value: null },
      { kind: "sport", value: "cycling" },
    ]);
    expect(holding.map((row) => row.text)).toEqual([
      "Sport: Ride",
      "Load: chosen by rule",
      "Felt effort: taken back",
    ]);
  });

  it("marks what a later change of its kind covers, and keeps the undone apart", () => {
    const { holding, undone } = prepared([
      { kind: "title", value: "First" },
      { kind: "title", value: "Second" },
      { kind: "title", value: "Third", isUndone: true },
      { kind: "exclude", value: { fromS: 0, toS: 60 } },
      { kind: "exclude", value: { fromS: 100, toS: 160 } },
    ]);
    expect(holding.map(({ text, isCovered }) => [text, isCovered])).toEqual([
      ["Left out: 1:40 to 2:40", false],
      ["Left out: 0:00 to 1:00", false],
      ["Title: Second", false],
      ["Title: First", true],
    ]);
    expect(undone.map((row) => row.text)).toEqual(["Title: Third"]);
  });
});
