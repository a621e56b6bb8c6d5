import type { Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { formatDuration } from "@/lib/units/format-duration";
import { cn } from "@/lib/utils";
import { SPORT_LOOKS } from "./sport-look";

/** The parts of a multisport recording, in their order; nothing for a plain one. */
export function SiblingLinks({ activity }: { activity: ActivityDetail }) {
  if (activity.siblings.length === 0) return null;
  const parts = [activity, ...activity.siblings].toSorted(
    (a, b) => a.startedAt.getTime() - b.startedAt.getTime(),
  );
  return (
    <nav aria-label="Parts of this recording" className="basis-full">
      <ol className="flex flex-wrap gap-2">
        {parts.map((part, i) => {
          const look = SPORT_LOOKS[part.sport];
          const isCurrent = part.id === activity.id;
          return (
            <li key={part.id}>
              <Link
                href={`/activities/${part.id}` as Route}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "flex min-h-10 items-center gap-2 rounded-control border border-line bg-surface px-3 text-sm text-muted hover:text-ink max-md:min-h-11",
                  isCurrent && "border-accent bg-accent-soft font-medium text-ink",
                )}
              >
                <Icon of={look.icon} className={cn("size-4", look.ink)} />
                {i + 1}. {look.label}
                <span className="text-faint tabular-nums">{formatDuration(part.timerS)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
