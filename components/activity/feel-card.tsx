"use client";

import { type FormEvent, useId, useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { saveProblem } from "@/components/ui/save-problem";
import { saveActivityEdit } from "@/lib/actions/activity";
import { REMARK_MAX_LENGTH } from "@/lib/schemas/activity-edit";
import { FEEL_WORDS } from "./feel-words";
import { useActivityEdit } from "./use-activity-edit";

type Props = { activityId: string; feel: number | null; remark: string | null };

/** How the athlete felt, 1 to 5, and a note in their own words. */
export function FeelCard({ activityId, feel, remark }: Props) {
  return (
    <Card aria-label="Feel and note">
      <CardHeader
        title="Feel and note"
        aside={feel === null ? "not told" : (FEEL_WORDS[feel - 1] ?? "not told")}
      />
      <Feel activityId={activityId} feel={feel} />
      <Remark key={remark} activityId={activityId} remark={remark} />
    </Card>
  );
}

function Feel({ activityId, feel }: Pick<Props, "activityId" | "feel">) {
  const [shown, setShown] = useOptimistic(feel);
  const [problem, setProblem] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  function tell(value: number) {
    startTransition(async () => {
      setShown(value);
      const edit = { kind: "feel", value } as const;
      setProblem(saveProblem(await saveActivityEdit({ activityId, edit }).catch(() => undefined)));
    });
  }
  return (
    <fieldset className="mb-3">
      <legend className="sr-only">How did you feel, 1 very weak to 5 very strong?</legend>
      <div className="grid grid-cols-5 gap-1.5">
        {FEEL_WORDS.map((word, i) => (
          <label key={word} className="choice">
            <input
              type="radio"
              name={`feel-${activityId}`}
              checked={shown === i + 1}
              onChange={() => tell(i + 1)}
              className="choice-input"
            />
            <span aria-hidden="true">{i + 1}</span>
            <span className="sr-only">
              {i + 1}, {word}
            </span>
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-sm text-faint">1 very weak, 5 very strong</p>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-rest">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function Remark({ activityId, remark }: Pick<Props, "activityId" | "remark">) {
  const { save, isPending, problem } = useActivityEdit(activityId);
  const [draft, setDraft] = useState(remark ?? "");
  const id = useId();
  const isChanged = draft.trim() !== (remark ?? "");
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    save({ kind: "remark", value: draft.trim() === "" ? null : draft.trim() });
  }
  return (
    <form onSubmit={onSubmit}>
      <label htmlFor={id} className="text-sm font-medium">
        Note
      </label>
      <textarea
        id={id}
        value={draft}
        rows={3}
        maxLength={REMARK_MAX_LENGTH}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => setDraft(event.target.value)}
        className="mt-1 w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-base max-md:text-[16px]"
      />
      <div className="mt-1 flex min-h-11 items-center justify-between gap-3">
        <p id={`${id}-problem`} role="alert" className="text-sm text-rest">
          {problem}
        </p>
        {isChanged || isPending ? (
          <Button type="submit" size="sm" variant="primary" disabled={isPending}>
            {isPending ? "Saving…" : "Save note"}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
