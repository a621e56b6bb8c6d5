"use client";

import { Pencil, Plus, X } from "lucide";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Table } from "@/components/ui/table";
import type { Stretch } from "@/lib/training/activity/activity-edit";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { useCrosshairState } from "./crosshair";
import { LapButton } from "./lap-button";
import type { IntervalRow } from "./prepare-intervals";
import { readStretch, StretchFields } from "./stretch-fields";
import { useActivityEdit } from "./use-activity-edit";

type Props = { activityId: string; rows: readonly IntervalRow[]; lengthS: number };

/** The bouts as a table; each can be moved or taken away, and others added. */
export function IntervalsEditor({ activityId, rows, lengthS }: Props) {
  const { save, isPending, problem } = useActivityEdit(activityId);
  /** Which row's times stand in the form; null for a new one, undefined while it is closed. */
  const [edited, setEdited] = useState<IntervalRow | null>();
  const stretches = rows.map(({ fromS, toS }) => ({ fromS, toS }));
  function keep(bouts: readonly Stretch[]) {
    const value = bouts.toSorted((a, b) => a.fromS - b.fromS);
    save({ kind: "bouts", value }, () => setEdited(undefined));
  }
  const without = (row: IntervalRow | null) => stretches.filter((one) => one.fromS !== row?.fromS);
  return (
    <>
      {rows.length === 0 ? null : (
        <BoutTable
          rows={rows}
          isPending={isPending}
          onEdit={setEdited}
          onRemove={(row) => keep(without(row))}
        />
      )}
      {edited === undefined ? (
        <Button size="sm" className="mt-3" onClick={() => setEdited(null)}>
          <Icon of={Plus} />
          Add an interval
        </Button>
      ) : (
        <BoutForm
          key={edited?.fromS ?? "new"}
          row={edited}
          lengthS={lengthS}
          isPending={isPending}
          onCancel={() => setEdited(undefined)}
          onKeep={(stretch) => keep([...without(edited), stretch])}
        />
      )}
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </>
  );
}

type TableProps = {
  rows: readonly IntervalRow[];
  isPending: boolean;
  onEdit: (row: IntervalRow) => void;
  onRemove: (row: IntervalRow) => void;
};

function BoutTable({ rows, isPending, onEdit, onRemove }: TableProps) {
  return (
    <Table caption="Intervals of this activity" className="[&_td]:align-middle [&_th]:align-middle">
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col" data-numeric className="max-sm:hidden">
            Start
          </th>
          <th scope="col" data-numeric>
            Length
          </th>
          <th scope="col" data-numeric>
            Output
          </th>
          <th scope="col" data-numeric>
            Heart rate
          </th>
          <th scope="col" data-numeric className="max-sm:hidden">
            Rest after
          </th>
          <th scope="col">
            <span className="sr-only">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.fromS}>
            <th scope="row">
              <LapButton what="Interval" lap={i + 1} fromS={row.fromS} toS={row.toS} />
            </th>
            <td data-numeric className="max-sm:hidden">
              {formatDuration(row.fromS)}
            </td>
            <td data-numeric>{row.length}</td>
            <td data-numeric className="whitespace-nowrap">
              {row.output ?? NO_VALUE}
            </td>
            <td data-numeric className="whitespace-nowrap">
              {row.heartRate ?? NO_VALUE}
            </td>
            <td data-numeric className="max-sm:hidden">
              {row.rest ?? NO_VALUE}
            </td>
            <td className="whitespace-nowrap">
              <IconButton label={`Move interval ${i + 1}`} onClick={() => onEdit(row)}>
                <Icon of={Pencil} />
              </IconButton>
              <IconButton
                label={`Take interval ${i + 1} away`}
                disabled={isPending}
                onClick={() => onRemove(row)}
              >
                <Icon of={X} />
              </IconButton>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type FormProps = {
  row: IntervalRow | null;
  lengthS: number;
  isPending: boolean;
  onCancel: () => void;
  onKeep: (stretch: Stretch) => void;
};

function BoutForm({ row, lengthS, isPending, onCancel, onKeep }: FormProps) {
  const { selection } = useCrosshairState();
  const [mistake, setMistake] = useState<string | null>(null);
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readStretch(new FormData(event.currentTarget), lengthS);
    setMistake("mistake" in read ? read.mistake : null);
    if ("stretch" in read) onKeep(read.stretch);
  }
  return (
    <form onSubmit={onSubmit} noValidate className="mt-3 max-w-md">
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">
          {row === null ? "Add an interval" : `Move the interval at ${formatDuration(row.fromS)}`}
        </legend>
        <div className="flex flex-wrap items-center gap-2">
          <StretchFields lengthS={lengthS} stretch={row ?? selection} />
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? "Calculating…" : "Save"}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
        {mistake === null ? null : (
          <p role="alert" className="mt-1 text-sm text-rest">
            {mistake}
          </p>
        )}
      </fieldset>
    </form>
  );
}
