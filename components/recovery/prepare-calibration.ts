import type { PlotModel } from "@/components/charts/plot-model";
import type { ScoreBin, TrackRecord } from "@/lib/training/track-record/track-record";

/** Fewer sessions in a bin are drawn, but not spoken of. */
const MIN_SPOKEN = 5;

export type CalibrationFigure = { readonly finding: string; readonly model: PlotModel | null };

/** By score: the share of sessions that went as expected or better, with the range it may lie in. */
export function prepareCalibration({ bins }: TrackRecord): CalibrationFigure {
  if (bins.every(({ wentWell }) => wentWell === null)) {
    const finding = "No morning with a score has a session yet that can be judged.";
    return { finding, model: null };
  }
  const percent = (read: (share: NonNullable<ScoreBin["wentWell"]>) => number) =>
    bins.map(({ wentWell }) => (wentWell === null ? null : Math.round(100 * read(wentWell))));
  const common = { unit: "%", format: "whole" } as const;
  return {
    finding: findingOf(bins),
    model: {
      pointNoun: "Score",
      labels: bins.map(labelOf),
      ticks: bins.map((bin, at) => ({ at, text: labelOf(bin) })),
      marker: null,
      panels: [
        {
          ...{ heightPx: 180, min: 0, max: 100, bands: [] },
          ticks: [0, 50, 100].map((at) => ({ at, text: String(at) })),
          series: [
            {
              ...common,
              name: "Where the true share lies",
              kind: "range",
              colour: "fitness",
              values: percent(({ high }) => high),
              low: percent(({ low }) => low),
            },
            {
              ...common,
              name: "Went as expected or better",
              kind: "line",
              colour: "fitness",
              values: percent(({ share }) => share),
            },
          ],
        },
      ],
    },
  };
}

function findingOf(bins: readonly ScoreBin[]): string {
  const spoken = bins.flatMap((bin) =>
    bin.wentWell !== null && bin.wentWell.of >= MIN_SPOKEN
      ? [{ ...bin, wentWell: bin.wentWell }]
      : [],
  );
  const [lowest, highest] = [spoken[0], spoken.at(-1)];
  if (!lowest || !highest || lowest === highest) {
    return `A score's range needs ${MIN_SPOKEN} judged sessions before it says anything.`;
  }
  const words = ({ wentWell }: (typeof spoken)[number]) => `${wentWell.count} of ${wentWell.of}`;
  return `Sessions went as expected or better on ${words(highest)} mornings with a score of ${labelOf(highest)}, and on ${words(lowest)} with ${labelOf(lowest)}.`;
}

function labelOf({ from, to }: ScoreBin): string {
  return to === 100 ? `${from}–100` : `${from}–${to - 1}`;
}
