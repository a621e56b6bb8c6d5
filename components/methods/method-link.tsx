import Link from "next/link";
import type { ReactNode } from "react";
import type { MethodSlug } from "@/lib/methods/method-catalogue";
import { methodHref } from "@/lib/methods/method-href";

type Props = {
  to: MethodSlug;
  /** The name of the number. */
  children: ReactNode;
};

/** The name of a number, leading to how it is made. */
export function MethodLink({ to, children }: Props) {
  return (
    <Link
      href={methodHref(to)}
      prefetch={false}
      title="How it is computed"
      className="inline-flex min-h-6 items-center underline decoration-line decoration-dotted underline-offset-4 hover:text-ink hover:decoration-faint"
    >
      {children}
    </Link>
  );
}
