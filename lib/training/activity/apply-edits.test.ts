import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivityEdit, OriginalFacts } from "./activity-edit";
import { applyEdits } from "./apply-edits";

const RIDE: OriginalFacts = { title: "Club ride", sport: "cycling", subSport: "mountain", rpe: 6 };
const apply = (edits: readonly ActivityEdit[], original = RIDE) => applyEdits(original, edits, 9);

describe("applyEdits", () => {
  it("leaves an activity that nobody edited as its source told it", () => {
    expect(apply([])).toEqual({
      ...RIDE,
      feel: null,
      remark: null,
      loadMethod: null,
      excluded: [],
      ignored: [],
      bouts: null,
    });
  });

  it("lets the newest edit of a kind win", () => {
    const facts = apply([
      { kind: "title", value: "First" },
      { kind: "effort", value: 8 },
      { kind: "title", value: "Second" },
      { kind: "feel", value: 2 },
      { kind: "load_method", value: "hrss" },
      { kind: "load_method", value: null },
    ]);
    expect(facts).toMatchObject({ title: "Second", rpe: 8, feel: 2, loadMethod: null });
  });

  it("takes a rating back even where the device has one", () => {
    expect(apply([{ kind: "effort", value: null }]).rpe).toBeNull();
  });

  it("gives the title that was made by rule to the new sport, and keeps any other", () => {
    const byRule = { ...RIDE, title: "Morning mountain-bike ride" };
    const edit: ActivityEdit = { kind: "sport", value: "running" };
    expect(apply([edit], byRule)).toMatchObject({ title: "Morning run", subSport: null });
    expect(apply([edit]).title).toBe("Club ride");
    expect(apply([edit, { kind: "sport", value: "cycling" }]).subSport).toBe("mountain");
  });

  it("unites stretches that touch and names a sensor once", () => {
    const facts = apply([
      { kind: "exclude", value: { fromS: 100, toS: 200 } },
      { kind: "ignore_sensor", value: "power" },
      { kind: "exclude", value: { fromS: 0, toS: 10 } },
      { kind: "exclude", value: { fromS: 200, toS: 250 } },
      { kind: "exclude", value: { fromS: 120, toS: 130 } },
      { kind: "ignore_sensor", value: "power" },
    ]);
    expect(facts.excluded).toEqual([
      { fromS: 0, toS: 10 },
      { fromS: 100, toS: 250 },
    ]);
    expect(facts.ignored).toEqual(["power"]);
  });

  it("leaves out exactly the seconds that some stretch names, each once", () => {
    const stretches = fc.array(
      fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([fromS, length]) => ({
        fromS,
        toS: fromS + length,
      })),
    );
    fc.assert(
      fc.property(stretches, (wanted) => {
        const { excluded } = apply(wanted.map((value) => ({ kind: "exclude", value })));
        const within = (some: typeof wanted, second: number) =>
          some.filter(({ fromS, toS }) => second >= fromS && second < toS).length;
        for (let second = 0; second < 90; second++) {
          expect(within([...excluded], second)).toBe(within(wanted, second) > 0 ? 1 : 0);
        }
      }),
    );
  });
});
