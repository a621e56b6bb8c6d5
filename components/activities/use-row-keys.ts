import { type RefObject, useEffect } from "react";

const ROWS = "a[data-activity-link]";
const EDITABLE = "input, textarea, select, [contenteditable=true], dialog[open] *";
const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** j and k walk down and up the rows; Enter opens the focused one, as on any link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = plainKeyStep(event);
      if (step === null || list.current === null) return;
      const row = neighbour([...list.current.querySelectorAll<HTMLAnchorElement>(ROWS)], step);
      if (row === undefined) return;
      event.preventDefault();
      row.focus();
      row.scrollIntoView({ block: "nearest" });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [list]);
}

function plainKeyStep(event: KeyboardEvent): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.matches(EDITABLE)) return null;
  return STEPS[event.key] ?? null;
}

/** The row a step from the focused one; the first when none is focused. */
function neighbour(rows: readonly HTMLAnchorElement[], step: number) {
  const at = rows.indexOf(document.activeElement as HTMLAnchorElement);
  if (at < 0) return rows[0];
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}
