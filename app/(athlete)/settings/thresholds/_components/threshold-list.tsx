"use client";

import { useOptimistic, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Outcome } from "@/components/ui/outcome";
import { addThreshold, removeThreshold } from "@/lib/actions/thresholds";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { type AddThresholdInput, THRESHOLD_LIMITS } from "@/lib/schemas/threshold";
import type { UnitSystem } from "@/lib/units/unit-system";
import { useSave } from "../../_components/use-save";
import { groupThresholds, type ThresholdGroup, type ThresholdRow } from "./group-thresholds";
import { type DialogSubject, ThresholdDialog } from "./threshold-dialog";
import { ThresholdHistory } from "./threshold-history";
import { thresholdText, thresholdUnit } from "./threshold-value";
import { SPORT_WORDS, THRESHOLD_WORDS } from "./threshold-words";

type Change = { readonly add: AddThresholdInput } | { readonly remove: ThresholdRow };
type Props = { thresholds: readonly ThresholdRow[]; units: UnitSystem; today: LocalDate };

/** The athlete's capacities. A change shows at once and goes back if the server refuses it. */
export function ThresholdList({ thresholds, units, today }: Props) {
  const [rows, change] = useOptimistic(thresholds, applied);
  const [subject, setSubject] = useState<DialogSubject | null>(null);
  const { save, message, error, fieldError } = useSave();

  function add(input: AddThresholdInput) {
    setSubject(null);
    save(
      () => {
        change({ add: input });
        return addThreshold(input);
      },
      `Saved. Activities from ${formatDay(input.validFrom, "compact")} on are calculated again.`,
    );
  }

  function remove(row: ThresholdRow) {
    save(() => {
      change({ remove: row });
      return removeThreshold({ id: row.id });
    }, "Removed. What followed from it is calculated again.");
  }

  const refusal = error ?? fieldError?.message;
  return (
    <Card aria-labelledby="thresholds">
      <CardHeader id="thresholds" title="Thresholds" />
      <Outcome message={message} refusal={refusal} />
      <ul>
        {groupThresholds(rows, today).map((group) => (
          <li
            key={`${group.kind} ${group.sport}`}
            className="border-t border-line py-3 first:border-t-0"
          >
            <ThresholdSummary group={group} units={units} onChange={setSubject} />
            {group.history.length > 0 ? (
              <details className="mt-1">
                <summary className="inline-flex min-h-6 items-center text-sm text-muted hover:text-ink max-md:min-h-11">
                  {group.history.length === 1 ? "1 value" : `${group.history.length} values`} so far
                </summary>
                <ThresholdHistory group={group} units={units} onRemove={remove} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {subject ? (
        <ThresholdDialog
          subject={subject}
          units={units}
          today={today}
          onClose={() => setSubject(null)}
          onSave={add}
        />
      ) : null}
    </Card>
  );
}

type SummaryProps = {
  group: ThresholdGroup;
  units: UnitSystem;
  onChange: (subject: DialogSubject) => void;
};

function ThresholdSummary({ group, units, onChange }: SummaryProps) {
  const { kind, sport, current } = group;
  const { label, purpose } = THRESHOLD_WORDS[kind];
  // Where only one sport can have it, the label says enough.
  const isOfOneSport = sport === "any" || THRESHOLD_LIMITS[kind].sports.length === 1;
  const name = isOfOneSport ? label : `${label}, ${SPORT_WORDS[sport].toLowerCase()}`;
  return (
    <div className="flex items-center justify-between gap-4">
      <div className="min-w-0">
        <p className="text-sm font-medium">{name}</p>
        <p className="text-sm text-muted">
          {current ? `since ${formatDay(current.validFrom, "compact")}` : purpose}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-4">
        {current ? (
          <p className="text-lg font-semibold tabular-nums">
            {thresholdText(kind, current.value, units)}
            <span className="ml-1 text-sm font-normal text-muted">
              {thresholdUnit(kind, units)}
            </span>
          </p>
        ) : null}
        <Button
          size="sm"
          aria-label={`${current ? "Change" : "Set"} ${name}`}
          onClick={() => onChange({ kind, sport, value: current?.value ?? null })}
        >
          {current ? "Change" : "Set"}
        </Button>
      </div>
    </div>
  );
}

function applied(rows: readonly ThresholdRow[], change: Change): readonly ThresholdRow[] {
  if ("remove" in change) return rows.filter((row) => row.id !== change.remove.id);
  const { add } = change;
  const others = rows.filter(
    (row) => row.kind !== add.kind || row.sport !== add.sport || row.validFrom !== add.validFrom,
  );
  return [...others, { ...add, id: `unsaved ${add.kind} ${add.validFrom}`, source: "athlete" }];
}
