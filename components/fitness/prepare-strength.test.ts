import { describe, expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import { exerciseHistory } from "@/lib/training/strength/exercise-history";
import { prepareStrength } from "./prepare-strength";
import { exerciseShown, strengthHref, strengthViewFrom } from "./strength-view";

const TODAY = localDate("2026-11-22");
const wanted = { today: TODAY, firstWeekday: 1, units: "metric" } as const;

/** One set of five a session, that many days ago. */
function history(sessions: readonly (readonly [daysAgo: number, weightKg: number | null])[]) {
  const performed = sessions.map(([daysAgo, weightKg], i) => ({
    activityId: String(i),
    title: "Strength",
    day: addDays(TODAY, -daysAgo),
    exercise: "squat",
    repetitions: 5,
    weightKg,
    sets: 1,
  }));
  const [squat] = exerciseHistory(performed);
  if (!squat) throw new Error("No session was given.");
  return squat;
}

describe("prepareStrength", () => {
  it("takes the best of each week and leaves a gap where there was none", () => {
    const { model, finding } = prepareStrength(
      history([
        [41, 60],
        [39, 66],
        [6, 72],
      ]),
      wanted,
    );
    const [best, week] = model?.panels[0]?.series ?? [];
    expect(week?.values).toEqual([77, null, null, null, null, 84]);
    expect(best?.values).toEqual([77, 77, 77, 77, null, 84]);
    expect(model?.panels[1]?.series[0]?.values).toEqual([630, null, null, null, null, 360]);
    expect(finding).toBe(
      "Estimated one-repetition maximum 84.0 kg in the last four weeks, 7.0 kg more than in the four before.",
    );
  });

  it("says why there is no estimate", () => {
    expect(prepareStrength(history([[3, null]]), wanted)).toEqual({
      finding: "No weight was recorded with these sets, so there is no volume and no estimate.",
      model: null,
    });
    expect(prepareStrength(history([[40, 60]]), wanted).finding).toMatch(
      /^No estimate in the last/,
    );
  });

  it("shows a year at most", () => {
    const { model } = prepareStrength(
      history([
        [900, 40],
        [3, 60],
      ]),
      wanted,
    );
    expect(model?.labels).toHaveLength(52);
  });
});

describe("the exercise of the address", () => {
  it("is found again, also the one without a name, and an unknown one falls back", () => {
    const named = history([[3, 60]]);
    const unnamed = { ...named, exercise: null };
    const shown = (href: string) =>
      exerciseShown(
        [named, unnamed],
        strengthViewFrom(Object.fromEntries(new URL(href, "http://x").searchParams)),
      );
    expect(shown(strengthHref(null))).toBe(unnamed);
    expect(shown(strengthHref("squat"))).toBe(named);
    expect(shown(strengthHref("chess"))).toBe(named);
  });
});
