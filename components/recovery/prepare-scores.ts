import type { PlotSeries } from "@/components/charts/plot-model";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Decision, RecoveryBand } from "@/lib/training/recovery/recovery-types";
import { type RecoveryFigure, timeModel } from "./prepare-recovery";

export type ScoredDay = {
  readonly day: LocalDate;
  readonly score: number | null;
  readonly band: RecoveryBand | null;
  readonly decision: Decision;
};

const BANDS: readonly { band: RecoveryBand; name: string; colour: PlotSeries["colour"] }[] = [
  { band: "green", name: "80 and over", colour: "go" },
  { band: "yellow", name: "50 to 79", colour: "ease" },
  { band: "red", name: "Under 50", colour: "rest" },
];
const ID = { id: "score", title: "Recovery score" } as const;

/** A bar a morning in the colour of its band; a morning without a score is a gap. */
export function prepareScores(
  mornings: readonly ScoredDay[],
  days: readonly LocalDate[],
): RecoveryFigure {
  const byDay = new Map(mornings.map((one) => [one.day, one]));
  const known = mornings.filter((one) => one.score !== null);
  if (known.length === 0) {
    const finding = "No score in this period. It needs three nights of HRV or resting heart rate.";
    return { ...ID, finding, model: null };
  }
  const series = BANDS.map(
    ({ band, name, colour }): PlotSeries => ({
      name,
      unit: "",
      kind: "stacked",
      colour,
      format: "whole",
      values: days.map((day) => {
        const morning = byDay.get(day);
        return morning?.band === band ? rounded(morning.score) : null;
      }),
    }),
  );
  const ticks = [0, 50, 80, 100].map((at) => ({ at, text: String(at) }));
  const count = (decision: Decision) => mornings.filter((one) => one.decision === decision).length;
  return {
    ...ID,
    finding: `${mornings.length} mornings: ${count("go")} go, ${count("ease")} ease, ${count("rest")} rest.`,
    model: timeModel(days, [{ heightPx: 140, min: 0, max: 100, ticks, series, bands: [] }]),
  };
}

function rounded(score: number | null): number | null {
  return score === null ? null : Math.round(score);
}
