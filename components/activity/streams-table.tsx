import { Table } from "@/components/ui/table";
import type { StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import { rangeAverages } from "@/lib/training/activity/range-averages";
import type { Sport } from "@/lib/training/activity/sports";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { StreamPane, Stretch } from "./stream-pane";
import { streamPanes } from "./stream-panes";

type Props = {
  streams: Streams;
  names: readonly StreamName[];
  sport: Sport;
  units: UnitSystem;
  /** W′ left, J at the end of each second. */
  balance?: Channel | undefined;
};

const ROWS = 24;
const STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** The chart's twin: averages of equal stretches, for whoever reads numbers rather than lines. */
export function StreamsTable({ streams, names, sport, units, balance }: Props) {
  const panes = streamPanes(names, sport, units);
  const step = STEPS_S.find((one) => streams.lengthS / one <= ROWS) ?? 7200;
  const parts = Array.from({ length: Math.ceil(streams.lengthS / step) }, (_, i): Stretch => {
    const averages = rangeAverages(streams, i * step, (i + 1) * step);
    return { ...averages, workBalanceJ: balance?.values[Math.floor(averages.toS) - 1] ?? null };
  });
  return (
    <details className="min-w-0 text-sm open:w-full">
      <summary className="w-fit rounded-sm text-accent underline-offset-4 hover:underline">
        Show as table
      </summary>
      <Table caption={`Averages of every ${formatDuration(step)}`} showCaption className="mt-2">
        <thead>
          <tr>
            <th scope="col">From</th>
            {panes.map((pane) => (
              <th key={pane.name} scope="col" data-numeric>
                {pane.ofStretch.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.fromS}>
              <th scope="row">{formatDuration(part.fromS)}</th>
              {panes.map((pane) => (
                <td key={pane.name} data-numeric className="whitespace-nowrap">
                  {cell(pane, part)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}

function cell({ ofStretch }: StreamPane, stretch: Stretch): string {
  const value = ofStretch.value(stretch);
  return value === null ? NO_VALUE : ofStretch.format(value);
}
