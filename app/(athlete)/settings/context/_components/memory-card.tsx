"use client";

import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Outcome } from "@/components/ui/outcome";
import { changeMemory } from "@/lib/actions/context";
import type { EditedMemory } from "@/lib/assistant/memory/memory-edits";
import { useSave } from "../../_components/use-save";
import { MemoryList } from "./memory-list";

type Props = {
  profile: readonly EditedMemory[];
  weeks: readonly EditedMemory[];
  months: readonly EditedMemory[];
};

/** What stays of the athlete and of past weeks: a line each, to correct or to take out. */
export function MemoryCard({ profile, weeks, months }: Props) {
  const { save, message, error, fieldError, isSaving } = useSave();
  const refusal = error ?? fieldError?.message;
  const all = [...profile, ...weeks, ...months];
  if (all.length === 0) return null;
  const actions = {
    isBusy: isSaving,
    onHide: (id: string) => save(() => changeMemory({ id, change: "hide" }), "Taken out."),
    onRestore: (id: string) =>
      save(() => changeMemory({ id, change: "restore" }), "As the rules tell it."),
    onCorrect: (id: string, text: string) =>
      save(() => changeMemory({ id, change: "correct", text }), "Corrected."),
  };
  const hidden = all.filter(({ isHidden }) => isHidden);
  return (
    <Card aria-labelledby="memory">
      <CardHeader id="memory" title="What is kept in mind of you" />
      <p className="text-sm text-muted">
        Worked out by rules from your data, each time anew, and never sent to a language model.
        Correct a line or take it out; what you delete in your data is gone here, too.
      </p>
      <Outcome message={message} refusal={refusal} className="mt-2" />
      <MemoryList title="You as an athlete" lines={profile.filter(isShown)} {...actions} />
      <MemoryList title="Weeks" lines={weeks.filter(isShown)} {...actions} />
      <MemoryList title="Four weeks each" lines={months.filter(isShown)} {...actions} />
      {hidden.length > 0 ? (
        <details className="mt-3 border-t border-line pt-3">
          <summary className="inline-flex min-h-6 items-center text-sm text-muted hover:text-ink max-md:min-h-11">
            {hidden.length === 1 ? "1 line taken out" : `${hidden.length} lines taken out`}
          </summary>
          <MemoryList title="Taken out" lines={hidden} {...actions} />
        </details>
      ) : null}
    </Card>
  );
}

function isShown({ isHidden }: EditedMemory): boolean {
  return !isHidden;
}
