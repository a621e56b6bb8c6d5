import { Check } from "lucide";
import type { ReactNode } from "react";
import { localStart } from "@/components/activity/local-start";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Icon } from "@/components/ui/icon";
import { Table } from "@/components/ui/table";
import type { ActivityRecording } from "@/db/queries/activity-recordings";
import { RECORDED_FIELDS, type RecordedField } from "@/lib/training/activity/field-coverage";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import { FIELD_NAMES } from "./field-names";

type Props = {
  recordings: readonly ActivityRecording[];
  labels: ReadonlyMap<string, string>;
  units: UnitSystem;
};

type Row = { readonly name: string; readonly cell: (recording: ActivityRecording) => ReactNode };

/** What each file holds, a column for each; what the activity takes from it is ticked. */
export function SideBySide({ recordings, labels, units }: Props) {
  const isCombined = recordings.length > 1;
  const fields = RECORDED_FIELDS.filter((field) =>
    recordings.some((one) => one.coverage?.[field] !== undefined),
  );
  const rows = [
    ...factRows(units, isCombined),
    ...fields.map((field) => fieldRow(field, isCombined)),
  ];
  return (
    <Card aria-label="Side by side">
      <CardHeader
        title={isCombined ? "Side by side" : "What it holds"}
        aside={isCombined ? <Used text="used" /> : undefined}
      />
      <Table caption="What each recording holds, and what the activity takes from it">
        <thead>
          <tr>
            <td />
            {recordings.map((recording) => (
              <th key={recording.id} scope="col" className="min-w-28 break-words">
                {labels.get(recording.id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className="font-normal">
                {row.name}
              </th>
              {recordings.map((recording) => (
                <td key={recording.id} className="tabular-nums">
                  {row.cell(recording)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-sm text-faint">
        Percentages say how much of the recording has a value.
      </p>
    </Card>
  );
}

function factRows(units: UnitSystem, isCombined: boolean): Row[] {
  return [
    {
      name: "File",
      cell: ({ fileName }) => <span className="break-all">{fileName ?? NO_VALUE}</span>,
    },
    {
      name: "Sport",
      cell: ({ sport, isPartial }) =>
        isPartial ? `${SPORT_LOOKS[sport].label}, read in part` : SPORT_LOOKS[sport].label,
    },
    {
      name: "Started",
      cell: (one) => <Value isUsed={isCombined && one.isBase}>{startWithSeconds(one)}</Value>,
    },
    {
      name: "Duration",
      cell: (one) => <Value isUsed={isCombined && one.isBase}>{formatDuration(one.timerS)}</Value>,
    },
    {
      name: "Distance",
      cell: (one) => (
        <Value isUsed={isCombined && one.wins.some((win) => win.field === "speed")}>
          {formatDistance(one.distanceM, units)}
        </Value>
      ),
    },
  ];
}

/** Devices that were started one after the other differ by seconds. */
function startWithSeconds({ startedAt, utcOffsetS }: ActivityRecording): string {
  const seconds = String(startedAt.getUTCSeconds()).padStart(2, "0");
  return `${localStart(startedAt, utcOffsetS).clock}:${seconds}`;
}

function fieldRow(field: RecordedField, isCombined: boolean): Row {
  return {
    name: FIELD_NAMES[field],
    cell: (one) => {
      const seconds = one.coverage?.[field];
      if (seconds === undefined) return <span className="text-faint">{NO_VALUE}</span>;
      const share = Math.min(1, seconds / Math.max(1, one.elapsedS));
      const isUsed = isCombined && one.wins.some((win) => win.field === field);
      return <Value isUsed={isUsed}>{Math.round(share * 100)} %</Value>;
    },
  };
}

function Value({ isUsed, children }: { isUsed: boolean; children: ReactNode }) {
  if (!isUsed) return <span className="text-muted">{children}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="font-medium">{children}</span>
      <Used text={<span className="sr-only">used</span>} />
    </span>
  );
}

function Used({ text }: { text: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 text-go">
      <Icon of={Check} className="size-4" />
      {text}
    </span>
  );
}
