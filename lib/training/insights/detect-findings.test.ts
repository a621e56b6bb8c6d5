import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DAY,
  daysAgo,
  healthyInput,
  morning,
  session,
  setLast,
} from "@/tests/support/detector-input";
import { detectFindings } from "./detect-findings";
import type { DetectorInput } from "./detector-input";
import { DETECTOR_ENTRIES } from "./detectors";
import { say } from "./evidence";
import { FACT_UNITS, type Finding } from "./finding";

const plus = (by: number) => (value: number | null) => (value === null ? null : value + by);

/** Numbers of a text that no piece of evidence says. */
function unfounded({ title, text, action, evidence }: Finding): string[] {
  const known = evidence.flatMap((one) => say(one).match(/\d+(\.\d+)?/g) ?? []);
  const said = `${title} ${text} ${action}`.match(/\d+(\.\d+)?/g) ?? [];
  return said.filter((number) => !known.includes(number));
}

/** Everything wrong at once: to see what every text looks like. */
const troubled: DetectorInput = healthyInput(
  (columns) => {
    setLast(columns.restingHrBpm, 7, plus(6));
    setLast(columns.hrvMs, 12, plus(-9));
    setLast(columns.sleepS, 14, plus(-5000));
    setLast(columns.respirationBrpm, 2, plus(3));
    setLast(columns.weightKg, 7, plus(-3));
    setLast(columns.feel, 7, () => 2);
    setLast(columns.load, 14, () => 160);
  },
  {
    activities: [
      ...Array.from({ length: 30 }, (_, i) =>
        session(88 - 2 * i, { decouplingPct: 3, efficiency: 1.1 }),
      ),
      ...Array.from({ length: 14 }, (_, i) =>
        session(27 - 2 * i, {
          ...{ decouplingPct: 8.2, efficiency: 1.2, zonesS: [1500, 1800, 300] as const },
          ...{ id: `run-${i}`, utcOffsetS: i > 12 ? 32_400 : 3600 },
        }),
      ),
      ...[6, 5, 4, 3, 2].map((ago) =>
        session(ago, { isHard: true, id: `hard-${ago}`, sport: "cycling" }),
      ),
    ],
    mornings: [
      ...[12, 10, 8].map((ago) =>
        morning(ago, {
          response: "accepted",
          workout: { sport: "cycling", durationS: 3600, intensity: "hard" },
        }),
      ),
      ...[5, 3].map((ago) => morning(ago, { decision: "rest" })),
    ],
    events: [{ kind: "race", fromDay: daysAgo(-3), toDay: daysAgo(-3) }],
    thresholds: [{ sport: "running", value: 3.8, unit: "m/s", validFrom: daysAgo(120) }],
    ftp: {
      ...{ ftpW: 250, suggestedW: 270, twentyMinutesW: 284, activityId: "ride" },
      day: daysAgo(3),
    },
    bests: [
      {
        ...{ sport: "running", value: 1195, before: 1230, unit: "s", activityId: "run-1" },
        ...{ span: { value: 5000, unit: "m" }, day: daysAgo(2), beforeDay: daysAgo(80) },
      },
    ],
    disagreements: [6, 5, 4, 3].map((ago) => ({
      ...{ day: daysAgo(ago), signal: "sleepS" as const, low: 20_000, high: 28_000 },
    })),
  },
);

/** What nobody has who trains too much: no training, and a watch in the drawer. */
const stopped: DetectorInput = healthyInput((columns) => {
  setLast(columns.load, 28, () => 0);
  for (const column of [columns.hrvMs, columns.restingHrBpm, columns.sleepS]) {
    setLast(column, 6, () => null);
  }
});
/** A slow climb, and a journey. */
const rising: DetectorInput = healthyInput(
  ({ load }) => setLast(load, load.length, (_, i) => 40 + 0.6 * i),
  { activities: [20, 2].map((ago) => session(ago, { utcOffsetS: ago > 5 ? 3600 : 32_400 })) },
);
const ATHLETES = [troubled, stopped, rising];

describe("detectFindings", () => {
  it("says nothing of a settled, healthy athlete", () => {
    expect(detectFindings(healthyInput())).toEqual([]);
  });

  it("says nothing of an athlete of whom nothing is known", () => {
    const nothing = healthyInput((columns) => {
      for (const column of Object.values(columns)) column.fill(null);
    });
    expect(detectFindings(nothing)).toEqual([]);
  });

  it("puts the weightiest first, keeps two of a family, and leaves out what another explains", () => {
    const found = detectFindings(troubled);
    const names = found.map(({ detector }) => detector);
    expect(names[0]).toBe("overreaching");
    expect(names).toContain("illness-pattern");
    expect(names).not.toContain("resting-hr-rising");
    expect(names).not.toContain("weight-falling");
    const order = found.map(({ severity }) => severity);
    const rank = ["warning", "caution", "notice", "celebrate"];
    expect(order).toEqual(order.toSorted((a, b) => rank.indexOf(a) - rank.indexOf(b)));
  });

  const found = ATHLETES.map((athlete) =>
    DETECTOR_ENTRIES.flatMap(({ detect }) => detect(athlete) ?? []),
  );
  const all = found.flat().filter((one, i, others) => {
    return others.findIndex(({ detector }) => detector === one.detector) === i;
  });

  it("has every detector speak of one of three athletes: too much, too little, and well", () => {
    const spoken = new Set(all.map(({ detector }) => detector));
    const silent = DETECTOR_ENTRIES.filter(({ name }) => !spoken.has(name));
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(found[0]?.length).toBeGreaterThanOrEqual(20);
  });

  it.each(all.map((one) => [one.detector, one] as const))(
    "%s says no number without evidence",
    (_, one) => {
      expect(unfounded(one)).toEqual([]);
      expect(`${one.text} ${one.action}`).not.toMatch(/undefined|NaN|null|Infinity/);
      expect(one.text).toMatch(/^[A-Z0-9].*\.$/);
      expect(one.series.length).toBeGreaterThan(0);
    },
  );

  it("draws what each finding rests on, never a stand-in such as load for power", () => {
    const drawn = new Map(
      DETECTOR_ENTRIES.flatMap(({ detect }) => detect(troubled) ?? []).map(
        ({ detector, series }) => [detector, series.map(({ label, unit }) => `${label} ${unit}`)],
      ),
    );
    expect(drawn.get("ftp-too-low")).toEqual(["FTP, in use and by your best W"]);
    expect(drawn.get("personal-best")).toEqual(["Speed of the best m/s"]);
    expect(drawn.get("stale-threshold")).toEqual(["Sessions count"]);
    const travelled = healthyInput(undefined, {
      activities: [20, 2].map((ago) => session(ago, { utcOffsetS: ago > 5 ? 3600 : 32_400 })),
    });
    expect(detectFindings(travelled)[0]?.series[0]).toMatchObject({
      ...{ label: "Clock ahead of UTC", unit: "h" },
    });
    expect(drawn.get("hard-when-tired")).toEqual(["Hard sessions on such mornings count"]);
    expect(drawn.get("missed-key-sessions")?.at(-1)).toBe("Hard sessions done count");
    for (const { series } of DETECTOR_ENTRIES.flatMap(({ detect }) => detect(troubled) ?? [])) {
      expect(series[0]?.points.some(({ value }) => value !== null)).toBe(true);
    }
  });

  it("has each finding called as its detector is", () => {
    for (const { name, detect } of DETECTOR_ENTRIES) {
      expect(detect(troubled)?.detector ?? name).toBe(name);
    }
  });

  it("gives each piece of evidence one meaning: the same id, the same number", () => {
    for (const ofOne of found) {
      const values = new Map<string, number>();
      for (const { id, value } of ofOne.flatMap(({ evidence }) => evidence)) {
        expect(values.get(id) ?? value, id).toBe(value);
        values.set(id, value);
      }
    }
  });

  it("neither fails nor says anything impossible on whatever it is given", () => {
    const value = fc.option(
      fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(0), fc.nat(100)),
      { freq: 4 },
    );
    const column = fc.array(value, { minLength: 0, maxLength: 126 });
    const columns = fc.record({
      ...{ hrvMs: column, restingHrBpm: column, sleepS: column, respirationBrpm: column },
      ...{ weightKg: column, feel: column, symptoms: column },
      ...{ load: column, fitness: column, form: column },
    });
    fc.assert(
      fc.property(columns, (daily) => {
        const found = DETECTOR_ENTRIES.flatMap(
          ({ detect }) => detect({ ...troubled, daily }) ?? [],
        );
        for (const one of found) {
          expect(unfounded(one)).toEqual([]);
          for (const { value, unit } of one.evidence) {
            expect(Number.isFinite(value)).toBe(true);
            expect(FACT_UNITS).toContain(unit);
          }
          expect(one.toDay >= one.fromDay && one.fromDay <= DAY).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
