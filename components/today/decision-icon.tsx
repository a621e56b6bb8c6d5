import type { Decision } from "@/lib/training/recovery/recovery-types";

/** A shape of its own for each word, so that colour is never alone: full, half, square. */
export function DecisionIcon({ decision }: { decision: Decision }) {
  return (
    <svg viewBox="0 0 16 16" className="size-4 shrink-0" aria-hidden="true">
      {decision === "go" && <circle cx="8" cy="8" r="7" className="fill-go" />}
      {decision === "ease" && (
        <>
          <circle cx="8" cy="8" r="6.25" fill="none" strokeWidth="1.5" className="stroke-ease" />
          <path d="M8 1.75a6.25 6.25 0 0 0 0 12.5z" className="fill-ease" />
        </>
      )}
      {decision === "rest" && (
        <rect x="2" y="2" width="12" height="12" rx="3" className="fill-rest" />
      )}
    </svg>
  );
}
