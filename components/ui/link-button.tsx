import type { VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { buttonStyles } from "./button-styles";

type Props = ComponentProps<typeof Link> & VariantProps<typeof buttonStyles>;

/** Goes somewhere, looks like a button. */
export function LinkButton({ className, variant, size, ...props }: Props) {
  return <Link className={cn(buttonStyles({ variant, size }), className)} {...props} />;
}
