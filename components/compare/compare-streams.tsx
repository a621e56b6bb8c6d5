import { recordedStreams } from "@/components/activity/recorded-streams";
import { streamPanes } from "@/components/activity/stream-panes";
import { ChartChoices } from "@/components/charts/chart-choices";
import { ChartFigure } from "@/components/charts/chart-figure";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { pack } from "@/lib/packed";
import type { ComparedStreams } from "@/lib/services/compare-streams";
import type { UnitSystem } from "@/lib/units/unit-system";
import { CompareChart } from "./compare-chart";
import { type CompareView, compareHref } from "./compare-view";
import { type ComparedStretches, comparedStretches } from "./compared-stretches";
import type { Recording } from "./recording";

type Props = {
  view: CompareView;
  a: Recording;
  b: Recording;
  compared: ComparedStreams | null;
  finding: string;
  units: UnitSystem;
};

/** How both went, one over the other; why not, where one has no recording. */
export function CompareStreams({ view, a, b, compared, finding, units }: Props) {
  const { sport, day } = a.activity;
  const controls = <AxisChoices view={view} />;
  if (a.streams === null || b.streams === null || compared === null) {
    return (
      <Card>
        <ChartFigure
          id="compare"
          title="Both over one another"
          finding={finding}
          controls={controls}
        >
          <p className="text-sm text-muted">{reason(a, b)}</p>
        </ChartFigure>
      </Card>
    );
  }
  const recorded = { a: recordedStreams(a.streams), b: recordedStreams(b.streams) };
  const panes = streamPanes([...recorded.a, ...recorded.b], sport, units);
  const table = comparedStretches(a.streams, b.streams, compared.by, panes, units);
  return (
    <Card>
      <ChartFigure
        id="compare"
        title="Both over one another"
        finding={finding}
        controls={controls}
        table={<Twin table={table} />}
      >
        <CompareChart
          packed={pack(compared)}
          recorded={recorded}
          sport={sport}
          units={units}
          title={`A: ${a.activity.title}, B: ${b.activity.title}`}
          finding={finding}
          fileName={`formline-compare-${sport}-${day}-with-${b.activity.day}`}
          table={table}
        />
      </ChartFigure>
    </Card>
  );
}

function reason(a: Recording, b: Recording): string {
  const without = a.streams === null ? "A" : b.streams === null ? "B" : null;
  return without === null
    ? "One of them has no distance. Compare by time instead."
    : `${without} came without a second-by-second recording; only the numbers below compare.`;
}

function AxisChoices({ view }: { view: CompareView }) {
  return (
    <ChartChoices
      label="Along"
      choices={(["elapsed", "distance"] as const).map((by) => ({
        label: by === "elapsed" ? "By time" : "By distance",
        href: compareHref(view, { by }),
        isCurrent: view.by === by,
      }))}
    />
  );
}

function Twin({ table }: { table: ComparedStretches }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit rounded-sm text-accent underline-offset-4 hover:underline">
        Show as table
      </summary>
      <Table caption={table.caption} showCaption className="mt-2">
        <thead>
          <tr>
            <th scope="col">From</th>
            {table.headings.map((heading) => (
              <th key={heading} scope="col" data-numeric>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([from, ...cells]) => (
            <tr key={from}>
              <th scope="row">{from}</th>
              {cells.map((cell, i) => (
                <td key={table.headings[i]} data-numeric className="whitespace-nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
