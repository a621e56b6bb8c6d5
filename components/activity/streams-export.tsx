import { ChartExport, exportStyle } from "@/components/charts/chart-export";
import type { TimeRange } from "./crosshair";
import type { DrawnPane } from "./draw-panes";
import { streamsPicture } from "./streams-picture";

type Props = {
  activityId: string;
  lengthS: number;
  title: string;
  finding: string;
  fileName: string;
  panes: readonly DrawnPane[];
  /** The stretch that is shown; null for the whole activity. */
  range: TimeRange | null;
};

/** Every second of what is shown as numbers, by a link that needs no script, and the image. */
export function StreamsExport(props: Props) {
  const { activityId, lengthS, title, finding, fileName, panes, range } = props;
  const stretch = range === null ? "" : `?from=${range.fromS}&to=${range.toS}`;
  return (
    <div className="ml-auto flex flex-wrap justify-end gap-x-4 text-[13px]">
      <a
        href={`/api/activities/${activityId}/streams/csv${stretch}`}
        download
        aria-label="CSV of every second shown"
        className={exportStyle}
      >
        CSV
      </a>
      <ChartExport
        title="Streams"
        fileName={fileName}
        csv={null}
        picture={() => streamsPicture(title, finding, panes, range ?? { fromS: 0, toS: lengthS })}
      />
    </div>
  );
}
