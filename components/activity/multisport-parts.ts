import type { ActivitySibling } from "@/db/queries/activity-detail";
import { formatDuration } from "@/lib/units/format-duration";
import { formatLoad } from "@/lib/units/format-load";

export type MultisportPart<Part> = {
  readonly part: Part;
  /** Seconds from the end of the part before to the start of this one; null for the first. */
  readonly transitionS: number | null;
};

type Timed = Pick<ActivitySibling, "startedAt" | "elapsedS" | "load">;

/** The parts in the order of their start, each with the time that it took to get there. */
export function multisportParts<Part extends Timed>(
  parts: readonly Part[],
): MultisportPart<Part>[] {
  const inOrder = parts.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  return inOrder.map((part, i) => {
    const before = inOrder[i - 1];
    if (before === undefined) return { part, transitionS: null };
    return { part, transitionS: Math.max(0, startS(part) - endS(before)) };
  });
}

/** "1:05:20 from the first start to the last stop, 3:12 of it between the parts. Load 92." */
export function multisportFinding(parts: readonly MultisportPart<Timed>[]): string {
  const ends = parts.map(({ part }) => endS(part));
  const first = parts[0];
  if (first === undefined) return "";
  const wholeS = Math.max(...ends) - startS(first.part);
  const betweenS = parts.reduce((sum, { transitionS }) => sum + (transitionS ?? 0), 0);
  const loads = parts.map(({ part }) => part.load).filter((load) => load !== null);
  const load = loads.length === parts.length ? loads.reduce((sum, value) => sum + value, 0) : null;
  return [
    `${formatDuration(wholeS)} from the first start to the last stop`,
    betweenS > 0 ? `, ${formatDuration(betweenS)} of it between the parts` : "",
    load === null ? "." : `. Load ${formatLoad(load)} in all.`,
  ].join("");
}

const startS = ({ startedAt }: Timed) => startedAt.getTime() / 1000;
const endS = (part: Timed) => startS(part) + part.elapsedS;
