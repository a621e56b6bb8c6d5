import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = {
  /** Says what the rows are; read aloud, hidden unless `showCaption`. */
  caption: ReactNode;
  showCaption?: boolean;
  /** `thead` and `tbody`; put `data-numeric` on cells that hold numbers. */
  children: ReactNode;
  className?: string;
};

/** A plain table that scrolls sideways inside itself, never the page. */
export function Table({ caption, showCaption = false, children, className }: Props) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <div className="-mx-1 overflow-x-auto px-1" tabIndex={0}>
      <table
        className={cn(
          "w-full border-collapse text-sm [&_[data-numeric]]:text-right [&_[data-numeric]]:tabular-nums [&_tbody_tr]:border-t [&_tbody_tr]:border-line [&_td]:py-2.5 [&_td]:pr-4 [&_td]:align-top [&_td:last-child]:pr-0 [&_th]:py-2 [&_th]:pr-4 [&_th]:text-left [&_th]:font-medium [&_th]:text-muted [&_th:last-child]:pr-0 [&_tbody_th]:py-2.5 [&_tbody_th]:align-top",
          className,
        )}
      >
        <caption className={showCaption ? "pb-2 text-left text-sm text-muted" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}
