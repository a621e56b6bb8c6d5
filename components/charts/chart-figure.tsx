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
  readonly children: ReactNode;
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
      {props.tableLink && <div className="mt-2 text-right text-[13px]">{props.tableLink}</div>}
      {props.table}
    </figure>
  );
}
