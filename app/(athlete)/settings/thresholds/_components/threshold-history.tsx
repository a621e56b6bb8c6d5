"use client";

import { Trash2 } from "lucide";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { formatDay } from "@/lib/dates/format-day";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { ThresholdGroup, ThresholdRow } from "./group-thresholds";
import { thresholdText, thresholdUnit } from "./threshold-value";

const SOURCES = { athlete: "", device: "from a device", estimate: "estimated" } as const;

type Props = { group: ThresholdGroup; units: UnitSystem; onRemove: (row: ThresholdRow) => void };

/** Every value that ever held, with a way to take one back; asked twice, because it recalculates. */
export function ThresholdHistory({ group, units, onRemove }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  const unit = thresholdUnit(group.kind, units);
  return (
    <ul className="mt-2 border-l-2 border-line pl-3">
      {group.history.map((row) => {
        const text = `${thresholdText(row.kind, row.value, units)} ${unit}`;
        const since = formatDay(row.validFrom, "compact");
        return (
          <li key={row.id} className="flex min-h-11 items-center justify-between gap-3 text-sm">
            <span className="tabular-nums">
              <span className="font-medium">{text}</span>
              <span className="text-muted">
                {" "}
                from {since} {SOURCES[row.source]}
              </span>
            </span>
            {asked === row.id ? (
              <span className="flex gap-2">
                <Button size="sm" variant="danger" autoFocus onClick={() => onRemove(row)}>
                  Remove
                </Button>
                <Button size="sm" onClick={() => setAsked(null)}>
                  Keep
                </Button>
              </span>
            ) : (
              <IconButton label={`Remove ${text} from ${since}`} onClick={() => setAsked(row.id)}>
                <Icon of={Trash2} />
              </IconButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
