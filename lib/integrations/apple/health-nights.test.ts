import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HealthSeries } from "./health-file";
import { healthNights, secondsAsleep } from "./health-nights";
import { SLEEP_TYPE } from "./health-types";

/** Ten in the evening of 2 May 2024, UTC. */
const BEDTIME = Date.UTC(2024, 4, 2, 22) / 1000;
const STAGES = ["AsleepCore", "AsleepDeep", "AsleepREM", "AsleepUnspecified", "Awake", "InBed"];

/** [stage, from minute, to minute] of one source. */
function slept(
  source: string,
  pieces: readonly (readonly [string, number, number])[],
): HealthSeries[] {
  return pieces.map(([stage, from, to]) => ({
    ...{ type: SLEEP_TYPE, source, unit: null, utcOffsetS: 0 },
    category: `HKCategoryValueSleepAnalysis${stage}`,
    startS: [BEDTIME + from * 60],
    endS: [BEDTIME + to * 60],
    value: [0],
  }));
}

describe("healthNights", () => {
  it("takes stages over a longer night without, and the longer of two without", () => {
    const watch = slept("watch", [["AsleepDeep", 0, 60]]);
    const phone = slept("phone", [["Asleep", 0, 500]]);
    const ring = slept("ring", [["Asleep", 0, 400]]);
    expect(healthNights([...phone, ...watch])[0]).toMatchObject({ hasStages: true });
    const [longest] = healthNights([...ring, ...phone]);
    expect(longest && secondsAsleep(longest)).toBe(500 * 60);
  });

  it("takes a whole night of one source beside its stages as the same sleep", () => {
    const [night] = healthNights(
      slept("watch", [
        ["AsleepUnspecified", 0, 480],
        ["AsleepCore", 0, 300],
        ["AsleepREM", 300, 480],
      ]),
    );
    expect(night?.seconds).toEqual({ asleep: 0, core: 18_000, rem: 10_800, deep: 0, awake: 0 });
  });

  it("counts time awake inside the night only", () => {
    const [night] = healthNights(
      slept("watch", [
        ["Awake", -20, 0],
        ["AsleepCore", 0, 200],
        ["Awake", 200, 210],
        ["AsleepCore", 210, 400],
        ["Awake", 400, 440],
      ]),
    );
    expect(night).toMatchObject({ startS: BEDTIME, endS: BEDTIME + 400 * 60 });
    expect(night?.seconds.awake).toBe(600);
  });

  it("never sleeps longer than the night, nor twice on one day, whatever overlaps", () => {
    const piece = fc
      .tuple(
        fc.constantFrom(...STAGES),
        fc.integer({ min: -600, max: 2_000 }),
        fc.integer({ min: 0, max: 300 }),
      )
      .map(([stage, from, length]) => [stage, from, from + length] as const);
    const pieces = fc.array(piece, { maxLength: 30 });
    fc.assert(
      fc.property(pieces, pieces, (watch, phone) => {
        const nights = healthNights([...slept("watch", watch), ...slept("phone", phone)]);
        expect(new Set(nights.map(({ day }) => day)).size).toBe(nights.length);
        for (const night of nights) {
          const total = secondsAsleep(night) + night.seconds.awake;
          expect(total).toBeLessThanOrEqual(night.endS - night.startS);
        }
      }),
    );
  });
});
