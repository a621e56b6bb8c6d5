"use client";

import { Pencil } from "lucide-react";
import { type FormEvent, useOptimistic, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { saveActivityTitle } from "@/lib/actions/activity";
import { renameActivityInput, TITLE_MAX_LENGTH } from "@/lib/schemas/activity";

type Props = { activityId: string; title: string };

/** The title, and a pencil that turns it into a field. Enter keeps, Escape drops. */
export function ActivityTitle({ activityId, title }: Props) {
  const [shown, setShown] = useOptimistic(title);
  const [isEditing, setIsEditing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const pencil = useRef<HTMLButtonElement>(null);
  function close() {
    setIsEditing(false);
    setError(null);
    requestAnimationFrame(() => pencil.current?.focus());
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("title");
    const parsed = renameActivityInput.safeParse({ activityId, title: given });
    if (!parsed.success) {
      setError(parsed.error.issues[0]?.message ?? "Please check the title.");
      return;
    }
    close();
    startTransition(async () => {
      setShown(parsed.data.title);
      const result = await saveActivityTitle(parsed.data);
      if (result?.serverError) setError(result.serverError.message);
    });
  }
  if (!isEditing) {
    return (
      <div>
        <div className="flex items-center gap-1">
          <h1 className="min-w-0 text-xl font-semibold tracking-[-0.01em] break-words">{shown}</h1>
          <IconButton
            ref={pencil}
            label="Rename"
            onClick={() => setIsEditing(true)}
            className="size-8 max-md:size-11 [&_svg]:size-4"
          >
            <Pencil aria-hidden="true" />
          </IconButton>
        </div>
        {error === null ? null : (
          <p role="alert" className="text-sm text-rest">
            The title was not saved: {error}
          </p>
        )}
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
        defaultValue={shown}
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
        <p id="title-error" className="basis-full text-sm text-rest">
          {error}
        </p>
      )}
    </form>
  );
}
