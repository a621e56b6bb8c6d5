import type { Route } from "next";
import Link from "next/link";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PlotLegend } from "@/components/charts/plot-legend";
import type { PlotModel } from "@/components/charts/plot-model";
import { StaticPlot } from "@/components/charts/static-plot";
import { Card } from "@/components/ui/card";

type PerformanceCardProps = { readonly model: PlotModel; readonly finding: string };

/** Ninety days of load, fitness, fatigue and form; the Fitness page explores them. */
export function PerformanceCard({ model, finding }: PerformanceCardProps) {
  return (
    <Card className="hidden md:block">
      <ChartFigure
        id="performance"
        title="Fitness and form"
        finding={finding}
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
