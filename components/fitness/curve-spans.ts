import type { DatedBests } from "@/db/queries/curves-between";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { type CurveEnvelope, curveEnvelope } from "@/lib/training/capacity/curve-envelope";

export type SpanCurve = {
  readonly name: string;
  /** How many activities it is made of. */
  readonly count: number;
  readonly envelope: CurveEnvelope;
};

const SPANS = [
  ["42 days", 42],
  ["90 days", 90],
  ["Year", 365],
] as const;

export type SpanCurves = {
  readonly sixWeeks: SpanCurve;
  readonly quarter: SpanCurve;
  readonly year: SpanCurve;
  readonly allTime: SpanCurve;
};

/** The best of the last 42 and 90 days, of the year and of all time, ending `today`. */
export function curveSpans(curves: readonly DatedBests[], today: LocalDate): SpanCurves {
  const [sixWeeks, quarter, year] = SPANS.map(([name, days]) => {
    const from = addDays(today, 1 - days);
    return span(
      name,
      curves.filter(({ day }) => day >= from),
    );
  }) as [SpanCurve, SpanCurve, SpanCurve];
  return { sixWeeks, quarter, year, allTime: span("All time", curves) };
}

function span(name: string, curves: readonly DatedBests[]): SpanCurve {
  return { name, count: curves.length, envelope: curveEnvelope(curves) };
}
