import type { StreamName } from "@/lib/schemas/activity";
import { streamPanes } from "./stream-panes";

/** As tall as the chart will be, with its axis lines; nothing moves when the canvas arrives. */
export function StreamsSkeleton({ names }: { names: readonly StreamName[] }) {
  return (
    <div aria-hidden="true">
      {streamPanes(names, "other", "metric").map((pane, i) => (
        <div
          key={pane.name}
          className={`${pane.heightClass} ${i === 0 ? "" : "mt-2.5"} pt-3.5 pr-6 pb-1.5 pl-[46px]`}
        >
          <div className="h-full border-y border-line" />
        </div>
      ))}
      <div className="h-[22px]" />
    </div>
  );
}
