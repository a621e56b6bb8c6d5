"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useIsInBrowser } from "@/components/ui/use-is-in-browser";

export const MORE_MENU_ID = "more-menu";

/**
 * The phone's sheet above the bottom bar; its button opens it by `popoverTarget`. Closed at
 * first, so what it holds is left to the browser to render.
 */
export function MoreMenu({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  const pathname = usePathname();
  const isInBrowser = useIsInBrowser();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at another page closes the sheet
  useEffect(() => {
    if (ref.current?.matches(":popover-open")) ref.current.hidePopover();
  }, [pathname]);
  return (
    <nav
      ref={ref}
      id={MORE_MENU_ID}
      aria-label="More"
      popover="auto"
      className="fixed inset-x-3 top-auto bottom-[calc(4.75rem+env(safe-area-inset-bottom))] m-0 w-auto max-w-none rounded-card border border-line bg-surface p-2 shadow-lg md:hidden"
    >
      {isInBrowser && children}
    </nav>
  );
}
