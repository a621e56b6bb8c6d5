import { PlotFigure } from "@/components/charts/plot-figure";
import { Card } from "@/components/ui/card";
import { methodHref } from "@/lib/methods/method-href";
import { prepareIntensity } from "./prepare-intensity";
import type { PeriodRows } from "./prepare-totals";
import { type TotalsView, totalsHref } from "./totals-view";

type Props = { periods: readonly PeriodRows[]; view: TotalsView };

const TITLE = "Easy, moderate, hard";

/** Time in three zones by period, its shape, and what an index of it is worth. */
export function IntensityCard({ periods, view }: Props) {
  const { finding, index, model } = prepareIntensity(periods, view.by);
  if (model === null) {
    return (
      <Card aria-labelledby="intensity">
        <h2 id="intensity" className="heading-quiet">
          {TITLE}
        </h2>
        <p className="mt-1 text-sm text-muted">{finding}</p>
      </Card>
    );
  }
  const isTableShown = view.table === "intensity";
  return (
    <Card>
      <PlotFigure
        id="intensity"
        title={TITLE}
        finding={finding}
        model={model}
        methodHref={methodHref("intensity-distribution")}
        isTableShown={isTableShown}
        tableHref={totalsHref(view, { table: isTableShown ? null : "intensity" })}
      />
      <p className="mt-3 text-sm text-muted">
        {index === "" ? "" : `${index} `}Trials disagree on which shape is best, and time is not the
        number of hard sessions: read it as a description. Zones 1 and 2 are easy, 3 is moderate,
        the others are hard; by power, else pace, else heart rate.
      </p>
    </Card>
  );
}
