import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = {
  title: ReactNode;
  /** For `aria-labelledby` of the card. */
  id?: string;
  /** Stands right: a chip, a figure, a control. */
  aside?: ReactNode;
  level?: 2 | 3;
  className?: string;
};

/** The quiet heading of a card, with room for one thing beside it. */
export function CardHeader({ title, id, aside, level = 2, className }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div
      className={cn(
        "mb-3 flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-1",
        className,
      )}
    >
      <Heading id={id} className="heading-quiet">
        {title}
      </Heading>
      {aside === undefined ? null : <div className="text-sm text-muted">{aside}</div>}
    </div>
  );
}
