"use client";

import { Plus } from "lucide";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Outcome } from "@/components/ui/outcome";
import { addContext, changeContext, removeContext } from "@/lib/actions/context";
import type { LocalDate } from "@/lib/dates/local-date";
import type { ContextInput } from "@/lib/schemas/insights";
import { useSave } from "../../_components/use-save";
import { forbiddable } from "./entry-detail";
import { EntryDialog } from "./entry-dialog";
import { EntryList } from "./entry-list";
import { type Entry, sortEntries } from "./sort-entries";

type Props = { entries: readonly Entry[]; today: LocalDate };

/** Illness, injury, travel, races and the like, as the athlete has told them. */
export function EntriesCard({ entries, today }: Props) {
  const [edited, setEdited] = useState<Entry | "new" | null>(null);
  const { save, message, error, fieldError, isSaving } = useSave();
  const { now, ahead, past } = sortEntries(entries, today);
  const refusal = error ?? fieldError?.message;

  function submit(input: ContextInput) {
    const { kind: _kind, ...changes } = input;
    const id = edited === "new" ? null : edited?.id;
    setEdited(null);
    if (id) save(() => changeContext({ id, ...changes }), "Saved.");
    else save(() => addContext(input), "Added. Your insights take it into account.");
  }

  const actions = {
    isBusy: isSaving,
    onEdit: setEdited,
    onEnd: ({ kind: _kind, forbidden, ...entry }: Entry) =>
      save(
        () => changeContext({ ...entry, forbidden: forbiddable(forbidden), toDay: today }),
        "It ends today.",
      ),
    onRemove: ({ id }: Entry) => save(() => removeContext({ id }), "Deleted."),
  };
  return (
    <Card aria-labelledby="entries">
      <CardHeader
        id="entries"
        title="What you have told"
        aside={
          <Button size="sm" onClick={() => setEdited("new")}>
            <Icon of={Plus} /> Add
          </Button>
        }
      />
      <p className="mb-3 text-sm text-muted">
        Illness, injury, travel and races explain days that numbers cannot. They ask for care on
        Today and have your insights told anew.
      </p>
      <Outcome message={message} refusal={refusal} />
      {entries.length === 0 ? (
        <EmptyState title="Nothing so far">
          Add what your numbers cannot know: a cold, a sore calf, a journey, the next race.
        </EmptyState>
      ) : null}
      <EntryList title="Now" entries={now} today={today} {...actions} />
      <EntryList title="Ahead" entries={ahead} today={today} {...actions} />
      {past.length > 0 ? (
        <details className="mt-3 border-t border-line pt-3">
          <summary className="inline-flex min-h-6 items-center text-sm text-muted hover:text-ink max-md:min-h-11">
            {past.length === 1 ? "1 past entry" : `${past.length} past entries`}
          </summary>
          <EntryList title="Past" entries={past} today={today} {...actions} />
        </details>
      ) : null}
      {edited ? (
        <EntryDialog
          entry={edited === "new" ? null : edited}
          today={today}
          onClose={() => setEdited(null)}
          onSave={submit}
        />
      ) : null}
    </Card>
  );
}
