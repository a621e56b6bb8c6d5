import type { Route } from "next";
import Link from "next/link";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PlotLegend } from "@/components/charts/plot-legend";
import type { PlotModel } from "@/components/charts/plot-model";
import { StaticPlot } from "@/components/charts/static-plot";
import { Card } from "@/components/ui/card";
import { methodHref } from "@/lib/methods/method-href";

type PerformanceCardProps = { readonly model: PlotModel; readonly finding: string };

/** Ninety days of load, fitness, fatigue and form; the Fitness page explores them. */
export function PerformanceCard({ model, finding }: PerformanceCardProps) {
  return (
    <Card className="hidden md:block">
      <ChartFigure
        id="performance"
        title="Fitness and form"
        finding={finding}
        methodHref={methodHref("fitness-fatigue-form")}
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
            className="inline-flex min-h-6 items-center text-muted hover:text-ink hover:underline"
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
