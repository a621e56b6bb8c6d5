import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "../../dates/local-date";
import type { Decision } from "../recovery/recovery-types";
import { type DaySession, dayRecord } from "./day-record";
import { rankCorrelation } from "./rank-correlation";
import type { ExecutionVerdict } from "./session-execution";
import { trackRecord } from "./track-record";
import { wilsonInterval } from "./wilson-interval";

const DAY = localDate("2026-11-02");
const session = (verdict: ExecutionVerdict | null, isHarder = false): DaySession => ({
  ...{ activityId: "a", title: "Run", isHarder },
  execution: { verdict, signals: [] },
});
const day = (
  decision: Decision,
  done: DaySession | null,
  score: number | null = decision === "go" ? 85 : 45,
) => dayRecord({ day: DAY, decision, score, session: done });

describe("dayRecord", () => {
  it.each<[Decision, DaySession | null, string]>([
    ["go", session("expected"), "right"],
    ["go", session("better"), "right"],
    ["go", session("worse"), "too_bold"],
    ["go", session(null), "unknown"],
    ["go", null, "unknown"],
    ["ease", session("worse"), "followed"],
    ["ease", session("worse", true), "right"],
    ["ease", session("better", true), "too_careful"],
    ["rest", session("expected", true), "too_careful"],
    ["rest", session(null, true), "unknown"],
    ["rest", null, "followed"],
  ])("%s and %j is %s", (decision, done, outcome) => {
    expect(day(decision, done).outcome).toBe(outcome);
  });
});

describe("trackRecord", () => {
  it("counts what can be judged only, and tells the rest beside it", () => {
    const record = trackRecord([
      ...Array.from({ length: 7 }, () => day("rest", session("worse", true))),
      ...Array.from({ length: 2 }, () => day("rest", session("expected", true))),
      day("go", session("worse")),
      day("go", null),
      day("ease", null),
    ]);
    expect(record.byDecision.rest).toMatchObject({ count: 7, of: 9 });
    expect(record.byDecision.go).toMatchObject({ count: 0, of: 1 });
    expect(record.byDecision.ease).toBeNull();
    expect(record.hit).toMatchObject({ count: 7, of: 10 });
    expect(record).toMatchObject({ followed: 1, unknown: 1, correlated: 10, correlation: null });
  });

  it("puts each score into one bin, a hundred too", () => {
    const scores = [0, 49.9, 50, 64.9, 65, 80, 100];
    const { bins } = trackRecord(scores.map((score) => day("go", session("expected"), score)));
    expect(bins.map(({ wentWell }) => wentWell?.of ?? 0)).toEqual([2, 2, 1, 2]);
    expect(bins[0]?.meanScore).toBeCloseTo(24.95, 9);
  });

  it("finds that a higher score meant a better day, and that it did not", () => {
    const rising = Array.from({ length: 30 }, (_, i) =>
      day("go", session(i < 10 ? "worse" : i < 20 ? "expected" : "better"), 40 + i * 2),
    );
    expect(trackRecord(rising).correlation).toBeGreaterThan(0.9);
    const alike = rising.map(({ score }) => day("go", session("expected"), score));
    expect(trackRecord(alike).correlation).toBeNull();
    expect(trackRecord([])).toMatchObject({ hit: null, correlation: null });
  });
});

describe("wilsonInterval", () => {
  it("is Wilson's, as his formula gives it for 7 of 9", () => {
    const share = wilsonInterval(7, 9);
    expect(share?.low).toBeCloseTo(0.4526, 4);
    expect(share?.high).toBeCloseTo(0.9368, 4);
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it("holds the share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, p) => {
          const share = wilsonInterval(Math.round(p * of), of);
          expect(share?.low).toBeGreaterThanOrEqual(0);
          expect(share?.high).toBeLessThanOrEqual(1);
          expect((share?.low ?? 1) <= (share?.share ?? 0) + 1e-12).toBe(true);
          expect((share?.high ?? 0) >= (share?.share ?? 1) - 1e-12).toBe(true);
        },
      ),
    );
  });
});

describe("rankCorrelation", () => {
  it("is Spearman's, ties at their mean rank", () => {
    // Ranks 1 2.5 2.5 4 against 1 2 3 4: 4.5 / sqrt(4.5 · 5).
    const pairs = [
      [1, 10],
      [2, 20],
      [2, 30],
      [3, 40],
    ] as const;
    expect(rankCorrelation(pairs)).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
    expect(rankCorrelation(pairs.map(([a, b]) => [a, -b] as const))).toBeCloseTo(
      -4.5 / Math.sqrt(22.5),
      12,
    );
    expect(
      rankCorrelation([
        [1, 2],
        [2, 3],
      ]),
    ).toBeNull();
    expect(
      rankCorrelation([
        [1, 2],
        [1, 3],
        [1, 4],
      ]),
    ).toBeNull();
  });

  it("does not care for the scale", () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
      { minLength: 3 },
    );
    fc.assert(
      fc.property(pairs, (list) => {
        const before = rankCorrelation(list);
        const after = rankCorrelation(list.map(([a, b]) => [a ** 3 + 5, b * 7] as const));
        expect(after === null ? after : after.toFixed(9)).toBe(
          before === null ? before : before.toFixed(9),
        );
      }),
    );
  });
});
