import { ChevronDown } from "lucide";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { controlStyles } from "./control-styles";
import { Icon } from "./icon";

/** The platform's own list: works with every keyboard, reader and phone. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select className={cn(controlStyles, "appearance-none truncate pr-9", className)} {...props}>
        {children}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
