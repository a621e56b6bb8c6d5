import { describe, expect, it } from "vitest";
import { EDIT_KINDS } from "@/lib/training/activity/activity-edit";
import { activityEdit } from "./activity-edit";

const accepts = (kind: string, value: unknown) => activityEdit.safeParse({ kind, value }).success;

describe("activityEdit", () => {
  it("knows every kind there is", () => {
    const kinds = activityEdit.options.map((option) => option.shape.kind.value);
    expect(kinds.toSorted()).toEqual([...EDIT_KINDS].sort());
  });

  it("takes ratings in whole steps, or none", () => {
    expect([null, 1, 10].map((rpe) => accepts("effort", rpe))).toEqual([true, true, true]);
    expect([0, 11, 5.5, "7"].map((rpe) => accepts("effort", rpe))).not.toContain(true);
    expect([null, 1, 5].map((feel) => accepts("feel", feel))).toEqual([true, true, true]);
    expect([0, 6].map((feel) => accepts("feel", feel))).not.toContain(true);
  });

  it("takes a title that says something, and an empty note as none", () => {
    expect(activityEdit.parse({ kind: "title", value: " Hill reps " }).value).toBe("Hill reps");
    expect(accepts("title", "   ")).toBe(false);
    expect(accepts("title", "x".repeat(121))).toBe(false);
    expect(activityEdit.parse({ kind: "remark", value: "  " }).value).toBeNull();
  });

  it("takes a stretch that goes forward, and known words only", () => {
    expect(accepts("exclude", { fromS: 0, toS: 60 })).toBe(true);
    expect(accepts("exclude", { fromS: 60, toS: 60 })).toBe(false);
    expect(accepts("exclude", { fromS: -1, toS: 60 })).toBe(false);
    expect(accepts("exclude", { fromS: 0, toS: Number.NaN })).toBe(false);
    expect(accepts("ignore_sensor", "heart_rate")).toBe(true);
    const [first, second] = [
      { fromS: 60, toS: 120 },
      { fromS: 120, toS: 180 },
    ];
    expect(accepts("bouts", [first, second])).toBe(true);
    expect(accepts("bouts", [])).toBe(true);
    expect(accepts("bouts", [second, first])).toBe(false);
    expect(accepts("ignore_sensor", "sixth_sense")).toBe(false);
    expect(accepts("sport", "quidditch")).toBe(false);
    expect(accepts("load_method", "trimp")).toBe(false);
  });
});
