"use client";

import { Pencil, Trash2 } from "lucide";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { entryDetail } from "./entry-detail";
import { ENTRY_WORDS } from "./entry-words";
import type { Entry } from "./sort-entries";

type Props = {
  title: string;
  entries: readonly Entry[];
  today: LocalDate;
  isBusy: boolean;
  onEdit: (entry: Entry) => void;
  onEnd: (entry: Entry) => void;
  onRemove: (entry: Entry) => void;
};

/** Entries with what can be done to each; deleting is asked twice. */
export function EntryList({ title, entries, today, isBusy, onEdit, onEnd, onRemove }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  const id = useId();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-3">
      <h3 id={id} className="text-sm font-medium text-muted">
        {title}
      </h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="border-t border-line py-3 first:border-t-0">
            <div className="flex items-start justify-between gap-3">
              <div className="min-w-0">
                <p className="font-medium break-words">{entry.title}</p>
                <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
                  <Chip>{ENTRY_WORDS[entry.kind].label}</Chip>
                  {daysOf(entry)}
                  {entryDetail(entry) ? <span>{entryDetail(entry)}</span> : null}
                </p>
              </div>
              <div className="flex shrink-0 gap-1">
                <IconButton label={`Change ${entry.title}`} onClick={() => onEdit(entry)}>
                  <Icon of={Pencil} />
                </IconButton>
                <IconButton label={`Delete ${entry.title}`} onClick={() => setAsked(entry.id)}>
                  <Icon of={Trash2} />
                </IconButton>
              </div>
            </div>
            {asked === entry.id ? (
              <p className="mt-2 flex flex-wrap items-center justify-end gap-2 text-sm">
                Delete it for good?
                <Button
                  size="sm"
                  variant="danger"
                  autoFocus
                  disabled={isBusy}
                  onClick={() => onRemove(entry)}
                >
                  Delete
                </Button>
                <Button size="sm" onClick={() => setAsked(null)}>
                  Keep
                </Button>
              </p>
            ) : null}
            {entry.fromDay <= today && entry.toDay > today ? (
              <Button size="sm" className="mt-2" disabled={isBusy} onClick={() => onEnd(entry)}>
                It ends today
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function daysOf({ fromDay, toDay }: Entry): string {
  if (fromDay === toDay) return formatDay(fromDay, "compact");
  return `${formatDay(fromDay, "compact")} to ${formatDay(toDay, "compact")}`;
}
