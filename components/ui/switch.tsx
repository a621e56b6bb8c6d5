import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode };

/** A checkbox that takes effect at once. */
export function Switch({ label, className, ...props }: Props) {
  return (
    <label
      className={cn("inline-flex min-h-11 cursor-pointer items-center gap-3 text-base", className)}
    >
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
        role="switch"
        className="relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors before:absolute before:top-[3px] before:left-[3px] before:size-4 before:rounded-full before:bg-line-strong before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent"
        {...props}
      />
      {label}
    </label>
  );
}
