import type { PlotSeries } from "@/components/charts/plot-model";
import { valueDomain } from "@/components/charts/value-domain";
import { DEFAULT_NEED_S, sleepDebt } from "@/lib/training/recovery/sleep-debt";
import { formatHours } from "@/lib/units/format-hours";
import { nightScores, type ScorableNight } from "./night-scores";
import {
  hoursPanel,
  panel,
  type RecoveryDays,
  type RecoveryFigure,
  timeModel,
} from "./prepare-recovery";

export type SleepNight = ScorableNight & {
  readonly lightSleepS: number | null;
  /** The device's own. */
  readonly sleepScore: number | null;
};

const LONGEST_SHOWN_S = 9 * 3600;
const ID = { id: "sleep", title: "Sleep and debt" } as const;

/**
 * Stages stacked to the night's sleep, below them our score beside the device's, and the debt
 * of the fourteen nights before; without what is not known of any night.
 */
export function prepareSleep(
  nights: readonly (SleepNight | null)[],
  { days, lead }: RecoveryDays,
  timeZone: string,
  /** What the last of them is called: today may be left out. */
  lastNight = "last night",
): RecoveryFigure {
  const shown = nights.slice(lead);
  if (shown.every((night) => (night?.sleepS ?? null) === null)) {
    return { ...ID, finding: "No sleep in this period.", model: null };
  }
  const slept = nights.map((night) => night?.sleepS ?? null);
  const debt = shown.map((_, i) => sleepDebt(slept.slice(0, lead + i + 1)).debtS);
  const stages = stageSeries(shown);
  const scores = nightScores(nights, timeZone).slice(lead);
  const deviceScores = shown.map((night) => night?.sleepScore ?? null);
  const longest = Math.max(LONGEST_SHOWN_S, ...slept.slice(lead).map((value) => value ?? 0));
  const compared = scoreSeries(scores, deviceScores);
  const debtRange = valueDomain([debt], [0], 0.1);
  return {
    ...ID,
    finding: sleepFinding(slept, scores.at(-1) ?? null, debt.at(-1) ?? null, lastNight),
    model: timeModel(days, [
      hoursPanel(150, stages, { min: 0, max: longest * 1.04 }),
      ...(compared.length > 0 ? [panel(70, compared)] : []),
      ...(debtRange ? [hoursPanel(80, [debtSeries(debt)], debtRange)] : []),
    ]),
  };
}

function debtSeries(values: readonly (number | null)[]): PlotSeries {
  const debt = { name: "Debt, 14 nights", unit: "", colour: "fatigue" } as const;
  return { ...debt, kind: "area", format: "hours", values };
}

/** Deep, REM and light; a night that came without stages is one plain bar. */
function stageSeries(nights: readonly (SleepNight | null)[]): PlotSeries[] {
  const hasStages = (night: SleepNight | null) =>
    night !== null && night.deepSleepS !== null && night.lightSleepS !== null;
  const of = (read: (night: SleepNight) => number | null) =>
    nights.map((night) => (night !== null && hasStages(night) ? read(night) : null));
  const plain = nights.map((night) => (hasStages(night) ? null : (night?.sleepS ?? null)));
  const common = { unit: "", kind: "stacked", format: "hours" } as const;
  const series: PlotSeries[] = [
    { ...common, name: "Deep", colour: "sleep-deep", values: of((night) => night.deepSleepS) },
    { ...common, name: "REM", colour: "sleep-rem", values: of((night) => night.remSleepS) },
    { ...common, name: "Light", colour: "sleep-light", values: of((night) => night.lightSleepS) },
    { ...common, name: "Asleep, no stages", colour: "load", values: plain },
  ];
  return series.filter((one) => one.values.some((value) => value !== null));
}

function scoreSeries(
  scores: readonly (number | null)[],
  deviceScores: readonly (number | null)[],
): PlotSeries[] {
  const common = { unit: "", format: "whole" } as const;
  const series: PlotSeries[] = [
    { ...common, name: "Score", kind: "line", colour: "sleep", values: scores },
    { ...common, name: "Device's score", kind: "dots", colour: "stress", values: deviceScores },
  ];
  return series.filter((one) => one.values.some((value) => value !== null));
}

function sleepFinding(
  slept: readonly (number | null)[],
  score: number | null,
  debtS: number | null,
  lastNight: string,
): string {
  const last = slept.at(-1) ?? null;
  const night =
    last === null
      ? `The sleep of ${lastNight} is not in yet`
      : `Slept ${formatHours(last)} ${lastNight}${score === null ? "" : `, score ${Math.round(score)}`}`;
  if (debtS === null) return `${night}.`;
  const need = formatHours(DEFAULT_NEED_S);
  return debtS > 0
    ? `${night}; ${formatHours(debtS)} short of ${need} a night over two weeks.`
    : `${night}; ${formatHours(-debtS)} more than ${need} a night over two weeks.`;
}
