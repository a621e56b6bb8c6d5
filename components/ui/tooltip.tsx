import { Info } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/lib/utils";

type Props = {
  /** What the button explains, "About training load". */
  label: string;
  children: ReactNode;
  className?: string;
};

/**
 * An ⓘ that opens a short explanation. The platform's popover does the work: a tap, Enter
 * or Space opens it, Escape or a click elsewhere closes it, and no script is needed.
 */
export function Tooltip({ label, children, className }: Props) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={cn(
          "relative inline-flex size-6 items-center justify-center rounded-full text-faint hover:text-ink",
          className,
        )}
      >
        <Info aria-hidden="true" className="size-3.5" />
      </button>
      <div
        id={id}
        popover="auto"
        role="note"
        className="tooltip-panel w-[min(20rem,calc(100vw-2rem))] rounded-control border border-line bg-surface p-3 text-left text-sm font-normal text-ink shadow-lg"
      >
        {children}
      </div>
    </>
  );
}
