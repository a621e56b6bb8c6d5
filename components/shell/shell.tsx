"use client";

import type { ReactNode } from "react";
import { DemoNotice } from "./demo-notice";
import { MoreMenu } from "./more-menu";
import { NavigationBar } from "./navigation-bar";
import type { ShellAthlete } from "./shell-athlete";

type Props = {
  athlete: ShellAthlete;
  /** Server action that ends this session. */
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** What surrounds every signed-in page: a bar at the left from 768 px up, at the bottom below. */
export function Shell({ athlete, signOut, children }: Props) {
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[204px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only rounded-control bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        Skip to content
      </a>
      <NavigationBar athlete={athlete} signOut={signOut} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1320px] min-w-0 px-4 pt-5 pb-[calc(6rem+env(safe-area-inset-bottom))] outline-none md:px-[30px] md:pt-[26px] md:pb-12"
      >
        {athlete.isDemo ? <DemoNotice className="mb-4 md:hidden" /> : null}
        {children}
      </main>
      <MoreMenu athlete={athlete} signOut={signOut} />
    </div>
  );
}
