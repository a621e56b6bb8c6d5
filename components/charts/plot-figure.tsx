import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { pack } from "@/lib/packed";
import { ChartFigure } from "./chart-figure";
import { LazyInteractivePlot } from "./lazy-interactive-plot";
import type { PlotModel } from "./plot-model";
import { PlotTable } from "./plot-table";

const LINK =
  "inline-flex min-h-6 items-center text-muted hover:text-ink hover:underline max-md:min-h-11";

type PlotFigureProps = {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly model: PlotModel;
  readonly controls?: ReactNode;
  /** Where the numbers are explained. */
  readonly methodHref?: Route;
  /** Where the same page shows, or hides again, the table. */
  readonly tableHref: Route;
  readonly isTableShown: boolean;
};

/** A figure that stands in the first HTML, becomes explorable when seen, and is a table on request. */
export function PlotFigure(props: PlotFigureProps) {
  const { model } = props;
  return (
    <ChartFigure
      id={props.id}
      title={props.title}
      finding={props.finding}
      controls={props.controls}
      table={
        props.isTableShown && <PlotTable model={model} caption={`${props.title}, as numbers`} />
      }
    >
      <LazyInteractivePlot
        id={props.id}
        title={props.title}
        finding={props.finding}
        packed={pack(model)}
        links={
          <>
            {props.methodHref && (
              <Link
                href={props.methodHref}
                prefetch={false}
                aria-label={`How it is computed: ${props.title}`}
                className={LINK}
              >
                How it is computed
              </Link>
            )}
            <Link href={props.tableHref} scroll={false} prefetch={false} className={LINK}>
              {props.isTableShown ? "Hide table" : "Show as table"}
            </Link>
          </>
        }
      />
    </ChartFigure>
  );
}
