"use client";

import { Pencil } from "lucide";
import { type FormEvent, useOptimistic, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { saveProblem } from "@/components/ui/save-problem";
import { saveActivityEdit } from "@/lib/actions/activity";
import { TITLE_MAX_LENGTH } from "@/lib/schemas/activity";
import { editActivityInput } from "@/lib/schemas/activity-edit";

type Props = { activityId: string; title: string };

/** The title, and a pencil that turns it into a field. Enter keeps, Escape drops. */
export function ActivityTitle({ activityId, title }: Props) {
  const [shown, setShown] = useOptimistic(title);
  /** What stands in the field; null when it is not open. */
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const pencil = useRef<HTMLButtonElement>(null);
  function close() {
    setDraft(null);
    setError(null);
    requestAnimationFrame(() => pencil.current?.focus());
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("title");
    const edit = { kind: "title", value: given } as const;
    const parsed = editActivityInput.safeParse({ activityId, edit });
    if (!parsed.success) {
      setError(parsed.error.issues[0]?.message ?? "Please check the title.");
      return;
    }
    const kept = String(parsed.data.edit.value);
    close();
    startTransition(async () => {
      setShown(kept);
      const result = await saveActivityEdit(parsed.data).catch(() => undefined);
      const problem = saveProblem(result);
      if (problem === null) return;
      setDraft(kept);
      setError(problem);
    });
  }
  if (draft === null) {
    return (
      <div className="flex items-center gap-1">
        <h1 className="min-w-0 text-xl font-semibold tracking-[-0.01em] break-words">{shown}</h1>
        <IconButton
          ref={pencil}
          label="Rename"
          onClick={() => setDraft(shown)}
          className="size-8 max-md:size-11 [&_svg]:size-4"
        >
          <Icon of={Pencil} />
        </IconButton>
      </div>
    );
  }
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-center gap-2">
      <h1 className="sr-only">{shown}</h1>
      <Input
        name="title"
        aria-label="Title"
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : "title-error"}
        defaultValue={draft}
        maxLength={TITLE_MAX_LENGTH}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
        }}
        className="w-[min(32rem,100%)]"
      />
      <Button type="submit" variant="primary">
        Save
      </Button>
      <Button onClick={close}>Cancel</Button>
      {error === null ? null : (
        <p id="title-error" role="alert" className="basis-full text-sm text-rest">
          {error}
        </p>
      )}
    </form>
  );
}
