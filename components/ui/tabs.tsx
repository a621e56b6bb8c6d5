"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { cn } from "@/lib/utils";

type Props = {
  label: string;
  tabs: readonly { readonly href: Route; readonly label: string; readonly isCurrent: boolean }[];
  className?: string;
};

/**
 * Views of one page as links, so that each has an address and works without scripts. Where the row
 * is wider than the screen, the current one is scrolled into its middle.
 */
export function Tabs({ label, tabs, className }: Props) {
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const link = current.current;
    const bar = link?.parentElement;
    if (bar) bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
  }, []);
  return (
    <nav
      aria-label={label}
      className={cn("relative flex gap-1 overflow-x-auto border-b border-line", className)}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          ref={tab.isCurrent ? current : undefined}
          href={tab.href}
          aria-current={tab.isCurrent ? "page" : undefined}
          className="-mb-px flex min-h-10 items-center border-b-2 border-transparent px-3 text-[14px] font-medium whitespace-nowrap text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink max-md:min-h-11"
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
