"use client";

import { ThumbsDown, ThumbsUp } from "lucide";
import { useActionState } from "react";
import { actionProblem } from "@/components/today/action-problem";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { rateInsight } from "@/lib/actions/insights";

type InsightThumbsProps = {
  readonly insightId: string;
  readonly title: string;
  readonly current: "up" | "down" | null;
};

const THUMBS = [
  { thumb: "up", label: "Useful", icon: ThumbsUp },
  { thumb: "down", label: "Not useful", icon: ThumbsDown },
] as const;

/** Up or down; the same thumb again takes it back. */
export function InsightThumbs({ insightId, title, current }: InsightThumbsProps) {
  const [result, submit, isPending] = useActionState(rateInsight, {});
  const problem = actionProblem(result);
  return (
    <form action={submit} className="flex items-center gap-1">
      <input type="hidden" name="insightId" value={insightId} />
      {THUMBS.map(({ thumb, label, icon }) => (
        <IconButton
          key={thumb}
          type="submit"
          name="feedback"
          value={current === thumb ? "none" : thumb}
          label={`${label}: ${title}`}
          aria-pressed={current === thumb}
          disabled={isPending}
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          <Icon of={icon} />
        </IconButton>
      ))}
      {problem && (
        <p role="alert" className="text-sm text-rest">
          {problem}
        </p>
      )}
    </form>
  );
}
