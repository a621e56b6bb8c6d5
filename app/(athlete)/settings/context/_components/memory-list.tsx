"use client";

import { EyeOff, Pencil, RotateCcw } from "lucide";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { EditedMemory } from "@/lib/assistant/memory/memory-edits";

type Actions = {
  isBusy: boolean;
  onHide: (id: string) => void;
  onRestore: (id: string) => void;
  onCorrect: (id: string, text: string) => void;
};
type Props = Actions & { title: string; lines: readonly EditedMemory[] };

export function MemoryList({ title, lines, ...actions }: Props) {
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-4">
      <h3 id={id} className="text-sm font-medium text-muted">
        {title}
      </h3>
      <ul>
        {lines.map((line) => (
          <MemoryLine key={line.id} line={line} {...actions} />
        ))}
      </ul>
    </section>
  );
}

function MemoryLine({ line, ...actions }: Actions & { line: EditedMemory }) {
  const [isEdited, setEdited] = useState(false);
  const { id, title, text, source, isHidden, isCorrected } = line;
  return (
    <li className="border-t border-line py-2 text-sm first:border-t-0">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-medium">{title}</p>
          <p className="break-words tabular-nums">{text}</p>
          <p className="text-xs text-muted">{isCorrected ? "In your own words" : source}</p>
        </div>
        <div className="flex shrink-0 gap-1">
          {isHidden ? null : (
            <IconButton label={`Correct ${title}`} onClick={() => setEdited(true)}>
              <Icon of={Pencil} />
            </IconButton>
          )}
          {isHidden || isCorrected ? (
            <IconButton
              label={`${title} as the rules tell it`}
              disabled={actions.isBusy}
              onClick={() => actions.onRestore(id)}
            >
              <Icon of={RotateCcw} />
            </IconButton>
          ) : (
            <IconButton
              label={`Take out ${title}`}
              disabled={actions.isBusy}
              onClick={() => actions.onHide(id)}
            >
              <Icon of={EyeOff} />
            </IconButton>
          )}
        </div>
      </div>
      {isEdited ? <Correction line={line} {...actions} onClose={() => setEdited(false)} /> : null}
    </li>
  );
}

function Correction({
  line: { id, title, text },
  isBusy,
  onCorrect,
  onClose,
}: Actions & { line: EditedMemory; onClose: () => void }) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget).get("text") ?? "");
    onClose();
    onCorrect(id, said);
  }
  return (
    <form onSubmit={submit} className="mt-2 flex flex-wrap gap-2">
      <Input
        name="text"
        aria-label={`${title}, in your words`}
        defaultValue={text}
        maxLength={300}
        autoComplete="off"
        required
        autoFocus
        className="min-w-0 flex-1 basis-48"
      />
      <Button type="submit" size="sm" variant="primary" disabled={isBusy}>
        Save
      </Button>
      <Button size="sm" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
