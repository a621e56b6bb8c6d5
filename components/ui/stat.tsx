import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = {
  label: ReactNode;
  /** Already formatted; "–" when there is none, with the reason in `note`. */
  value: ReactNode;
  unit?: ReactNode;
  note?: ReactNode;
  size?: "md" | "lg";
  className?: string;
};

/** A label, one number with its unit, and a line about it. Stand several inside a `dl`. */
export function Stat({ label, value, unit, note, size = "md", className }: Props) {
  return (
    <div className={cn("min-w-0", className)}>
      <dt className="flex items-center gap-1 text-sm text-muted">{label}</dt>
      <dd
        className={cn(
          "font-semibold tabular-nums",
          size === "lg" ? "text-metric tracking-[-0.03em]" : "text-2xl tracking-[-0.02em]",
        )}
      >
        {value}
        {unit ? (
          <span className="ml-1 text-[14px] font-normal tracking-normal text-muted">{unit}</span>
        ) : null}
      </dd>
      {note ? <dd className="text-sm text-faint">{note}</dd> : null}
    </div>
  );
}
