"use client";

import { Undo2 } from "lucide";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { EditRow } from "./prepare-edits";
import { useActivityEdit } from "./use-activity-edit";

type Props = { activityId: string; holding: readonly EditRow[]; undone: readonly EditRow[] };

/** What the athlete changed, newest first, each with its way back. */
export function EditList({ activityId, holding, undone }: Props) {
  return (
    <div className="text-sm">
      {holding.length === 0 ? (
        <p className="text-muted">Nothing is changed: this is what was recorded.</p>
      ) : (
        <ul aria-label="Changes that hold" className="flex flex-col divide-y divide-line">
          {holding.map((row) => (
            <HoldingRow key={row.id} activityId={activityId} row={row} />
          ))}
        </ul>
      )}
      {undone.length === 0 ? null : (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-muted">Undone ({undone.length})</summary>
          <ul className="mt-1 flex flex-col gap-1.5 text-faint">
            {undone.map((row) => (
              <li key={row.id} className="break-words">
                {row.text} · {row.when}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function HoldingRow({ activityId, row }: { activityId: string; row: EditRow }) {
  const { undo, isPending, problem } = useActivityEdit(activityId);
  return (
    <li className="flex items-center justify-between gap-3 py-1.5">
      <div className="min-w-0">
        <p className="line-clamp-3 break-words">{row.text}</p>
        <p className="text-faint">
          {row.when}
          {row.isCovered ? ", replaced by a later change" : null}
        </p>
        {problem === null ? null : (
          <p role="alert" className="text-rest">
            {problem}
          </p>
        )}
      </div>
      <Button
        size="sm"
        disabled={isPending}
        aria-label={`Undo: ${row.text}`}
        onClick={() => undo(row.kind, row.id)}
      >
        <Icon of={Undo2} />
        {isPending ? "Undoing…" : "Undo"}
      </Button>
    </li>
  );
}
