import type { Route } from "next";
import Link from "next/link";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PlotLegend } from "@/components/charts/plot-legend";
import { StaticPlot } from "@/components/charts/static-plot";
import { performanceFinding } from "@/components/fitness/performance-finding";
import { type PerformanceDay, preparePerformance } from "@/components/fitness/prepare-performance";
import { Card } from "@/components/ui/card";

/** Ninety days of load, fitness, fatigue and form; the Fitness page explores them. */
export function PerformanceCard({ days }: { days: readonly PerformanceDay[] }) {
  const model = preparePerformance(days, { load: 168, form: 76 });
  return (
    <Card className="hidden md:block">
      <ChartFigure
        id="performance"
        title="Fitness and form"
        finding={performanceFinding(days)}
        controls={
          <Link
            href={"/fitness?range=3m" as Route}
            className="text-sm font-medium text-accent hover:underline"
          >
            Explore
          </Link>
        }
        tableLink={
          <Link
            href={"/fitness?range=3m&table=performance#performance" as Route}
            className="text-muted hover:text-ink hover:underline"
          >
            Show as table
          </Link>
        }
      >
        <PlotLegend model={model} at={model.labels.length - 1} />
        <StaticPlot model={model} />
      </ChartFigure>
    </Card>
  );
}
