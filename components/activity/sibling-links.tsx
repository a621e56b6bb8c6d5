import type { Route } from "next";
import Link from "next/link";
import { Fragment } from "react";
import { Icon } from "@/components/ui/icon";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { formatDuration } from "@/lib/units/format-duration";
import { cn } from "@/lib/utils";
import { multisportFinding, multisportParts } from "./multisport-parts";
import { SPORT_LOOKS } from "./sport-look";

/** The parts of a multisport recording with what lay between; nothing for a plain one. */
export function SiblingLinks({ activity }: { activity: ActivityDetail }) {
  if (activity.siblings.length === 0) return null;
  const parts = multisportParts([activity, ...activity.siblings]);
  return (
    <nav aria-label="Parts of this recording" className="basis-full">
      <ol className="flex flex-wrap items-center gap-2">
        {parts.map(({ part, transitionS }, i) => {
          const look = SPORT_LOOKS[part.sport];
          const isCurrent = part.id === activity.id;
          return (
            <Fragment key={part.id}>
              {transitionS !== null && transitionS > 0 && (
                <li className="text-faint text-sm tabular-nums">
                  Transition {formatDuration(transitionS)}
                </li>
              )}
              <li>
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
            </Fragment>
          );
        })}
      </ol>
      <p className="mt-2 text-muted text-sm">{multisportFinding(parts)}</p>
    </nav>
  );
}
