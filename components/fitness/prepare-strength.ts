import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotModel, PlotPanel } from "@/components/charts/plot-model";
import { valueDomain } from "@/components/charts/value-domain";
import { formatDay } from "@/lib/dates/format-day";
import { addDays, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { startOfWeek } from "@/lib/dates/start-of-week";
import type { ExerciseHistory, ExerciseSession } from "@/lib/training/strength/exercise-history";
import { KILOGRAMS_PER_POUND } from "@/lib/units/conversion";
import { formatWeight } from "@/lib/units/format-weight";
import type { UnitSystem } from "@/lib/units/unit-system";
import { timeTicks } from "./time-ticks";

type Wanted = {
  readonly today: LocalDate;
  readonly firstWeekday: number;
  readonly units: UnitSystem;
};

export type StrengthChart = {
  readonly finding: string;
  /** Null when no set of the shown weeks has a weight. */
  readonly model: PlotModel | null;
};

const WEEKS_SHOWN = 52;
const COMPARED_WEEKS = 4;

/** Best estimated maximum and volume of one exercise by week, for up to a year. */
export function prepareStrength(history: ExerciseHistory, wanted: Wanted): StrengthChart {
  const weeks = weeksOf(history.sessions, wanted);
  const maxima = weeks.map(({ sessions }) =>
    largest(sessions.map((session) => session.best?.maximumKg ?? null)),
  );
  const volumes = weeks.map(({ sessions }) => total(sessions.map(({ volumeKg }) => volumeKg)));
  const hasAny = [...maxima, ...volumes].some((value) => value !== null);
  if (!hasAny) {
    return {
      finding: "No weight was recorded with these sets, so there is no volume and no estimate.",
      model: null,
    };
  }
  const days = weeks.map(({ from }) => from);
  return {
    finding: strengthFinding(maxima, wanted.units),
    model: {
      pointNoun: "Week of",
      labels: days.map((day) => formatDay(day, "compact")),
      ticks: timeTicks(days),
      marker: null,
      panels: [
        ...(maxima.some((value) => value !== null) ? [maximumPanel(maxima, wanted.units)] : []),
        volumePanel(volumes, wanted.units),
      ],
    },
  };
}

function weeksOf(sessions: readonly ExerciseSession[], { today, firstWeekday }: Wanted) {
  const last = startOfWeek(today, firstWeekday);
  const earliest = addDays(last, -7 * (WEEKS_SHOWN - 1));
  const first = sessions[0] ? startOfWeek(sessions[0].day, firstWeekday) : last;
  const weeks: { from: LocalDate; sessions: ExerciseSession[] }[] = [];
  const start = daysBetween(earliest, first) > 0 ? first : earliest;
  for (let from = start; from <= last; from = addDays(from, 7)) {
    const end = addDays(from, 7);
    weeks.push({ from, sessions: sessions.filter(({ day }) => day >= from && day < end) });
  }
  return weeks;
}

function maximumPanel(maximaKg: readonly (number | null)[], units: UnitSystem): PlotPanel {
  const values = maximaKg.map((value) => shown(value, units));
  const { min, max } = valueDomain([values], [], 0.15) ?? { min: 0, max: 1 };
  // An easy week says what was lifted, not what could be.
  const trailing = values.map((_, i) =>
    largest(values.slice(Math.max(0, i + 1 - COMPARED_WEEKS), i + 1)),
  );
  const common = { unit: unitOf(units), colour: "hrv", format: "one-decimal" } as const;
  return {
    heightPx: 150,
    min,
    max,
    ticks: niceTicks(min, max, 4).map((at) => ({ at, text: String(at) })),
    bands: [],
    series: [
      { ...common, name: "Best of four weeks", kind: "line", values: trailing },
      { ...common, name: "Estimated maximum", kind: "dots", values },
    ],
  };
}

function volumePanel(volumesKg: readonly (number | null)[], units: UnitSystem): PlotPanel {
  const values = volumesKg.map((value) => shown(value, units));
  const max = Math.max(10, ...values.map((value) => value ?? 0)) * 1.05;
  return {
    heightPx: 90,
    min: 0,
    max,
    ticks: niceTicks(0, max, 2).map((at) => ({ at, text: String(at) })),
    bands: [],
    series: [
      {
        name: "Volume",
        unit: unitOf(units),
        kind: "bars",
        colour: "load",
        format: "whole",
        values,
      },
    ],
  };
}

function strengthFinding(maximaKg: readonly (number | null)[], units: UnitSystem): string {
  const now = largest(maximaKg.slice(-COMPARED_WEEKS));
  const before = largest(maximaKg.slice(-2 * COMPARED_WEEKS, -COMPARED_WEEKS));
  if (now === null) {
    return "No estimate in the last four weeks: it needs a set of 1 to 10 repetitions with a weight.";
  }
  const best = `Estimated one-repetition maximum ${formatWeight(now, units)} in the last four weeks`;
  if (before === null) return `${best}.`;
  const change = now - before;
  const least = units === "metric" ? 0.05 : 0.05 * KILOGRAMS_PER_POUND;
  if (Math.abs(change) < least) return `${best}, as in the four before.`;
  const difference = formatWeight(Math.abs(change), units);
  return `${best}, ${difference} ${change > 0 ? "more" : "less"} than in the four before.`;
}

function unitOf(units: UnitSystem): string {
  return units === "metric" ? "kg" : "lb";
}

function shown(valueKg: number | null, units: UnitSystem): number | null {
  if (valueKg === null) return null;
  const value = units === "metric" ? valueKg : valueKg / KILOGRAMS_PER_POUND;
  return Math.round(value * 10) / 10;
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
