import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { Button, type ButtonProps } from "./button";

type Props = Omit<ButtonProps, "children" | "aria-label"> & {
  /** Read aloud, and shown on hover. */
  label: string;
  children: ReactNode;
};

/** A square button with only an icon: 40 px, 44 px on a phone. */
export function IconButton({ label, className, variant = "ghost", ...props }: Props) {
  return (
    <Button
      aria-label={label}
      title={label}
      variant={variant}
      className={cn("size-10 p-0 max-md:size-11 [&_svg]:size-[18px]", className)}
      {...props}
    />
  );
}
