import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

type Props = ComponentProps<"section"> & { as?: "section" | "div" | "article" | "li" };

/** A surface with one subject. Its content may size itself by `@container`. */
export function Card({ as: Tag = "section", className, ...props }: Props) {
  const Element = Tag as "section";
  return (
    <Element
      className={cn(
        "@container rounded-card border border-line bg-surface p-4 shadow-card md:p-5",
        className,
      )}
      {...props}
    />
  );
}
