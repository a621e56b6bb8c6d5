import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

const chipStyles = cva(
  "inline-flex items-center gap-1.5 rounded-full border px-2.5 py-[3px] text-xs font-medium whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-line bg-surface text-muted",
        accent: "border-transparent bg-accent-soft text-accent",
        go: "border-transparent bg-go-soft text-go",
        ease: "border-transparent bg-ease-soft text-ease",
        rest: "border-transparent bg-rest-soft text-rest",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** A word or two about a state. The tone repeats what the words say; it never says it alone. */
export function Chip({
  className,
  tone,
  ...props
}: ComponentProps<"span"> & VariantProps<typeof chipStyles>) {
  return <span className={cn(chipStyles({ tone }), className)} {...props} />;
}
