import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

type ChartFigureProps = {
  readonly id: string;
  readonly title: string;
  /** What the chart says, in one sentence; also its description for whoever cannot see it. */
  readonly finding: string;
  /** Range links and the like, at the right of the title. */
  readonly controls?: ReactNode;
  /** The "Show as table" link; the twin follows the drawing when asked for. */
  readonly tableLink?: ReactNode;
  readonly table?: ReactNode;
  /** Where the numbers are explained. */
  readonly methodHref?: Route | undefined;
  /** The drawing; nothing where there is none and the finding says why. */
  readonly children?: ReactNode;
};

export function ChartFigure(props: ChartFigureProps) {
  const findingId = `${props.id}-finding`;
  return (
    <figure id={props.id} aria-labelledby={`${props.id}-title`} aria-describedby={findingId}>
      <figcaption className="mb-3 flex items-start justify-between gap-x-4 gap-y-2 max-md:flex-wrap">
        <div className="min-w-0">
          <h2 id={`${props.id}-title`} className="text-[13px]/[18px] font-medium text-muted">
            {props.title}
          </h2>
          <p id={findingId} className="mt-0.5 max-w-[68ch] font-medium text-balance">
            {props.finding}
          </p>
        </div>
        {props.controls}
      </figcaption>
      {props.children}
      {(props.tableLink || props.methodHref) && (
        <div className="mt-2 flex justify-end gap-x-5 text-[13px]">
          {props.methodHref && (
            <Link
              href={props.methodHref}
              prefetch={false}
              aria-label={`How it is computed: ${props.title}`}
              className="inline-flex min-h-6 items-center text-muted hover:text-ink hover:underline"
            >
              How it is computed
            </Link>
          )}
          {props.tableLink}
        </div>
      )}
      {props.table}
    </figure>
  );
}
