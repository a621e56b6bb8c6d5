import { LogOut } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { DemoNotice } from "./demo-notice";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { MAIN_DESTINATIONS, OTHER_DESTINATIONS } from "./navigation";
import type { ShellAthlete } from "./shell-athlete";
import { ThemeChoice } from "./theme-choice";

type Props = { athlete: ShellAthlete; signOut: () => Promise<void> };

export function Sidebar({ athlete, signOut }: Props) {
  return (
    <header className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line bg-sunken px-3.5 py-5 md:flex">
      <Link
        href={"/today" as Route}
        className="mb-4 flex items-center gap-[9px] px-2 py-0.5 font-semibold tracking-[-0.01em]"
      >
        <Logo />
        Formline
      </Link>
      <nav aria-label="Main" className="flex flex-1 flex-col gap-0.5">
        {MAIN_DESTINATIONS.map(({ href, label, icon: Icon }) => (
          <NavLink key={href} href={href} className="nav-item">
            <Icon aria-hidden="true" />
            {label}
          </NavLink>
        ))}
        <div className="mt-auto flex flex-col gap-0.5 pt-6">
          {athlete.isDemo ? <DemoNotice className="mb-2 px-1" /> : null}
          {OTHER_DESTINATIONS.map(({ href, label, icon: Icon }) => (
            <NavLink key={href} href={href} className="nav-item">
              <Icon aria-hidden="true" />
              {label}
            </NavLink>
          ))}
        </div>
      </nav>
      <div className="mt-2 border-t border-line pt-3">
        <ThemeChoice className="mb-2 px-1" />
        <form action={signOut}>
          <button type="submit" className="nav-item w-full">
            <LogOut aria-hidden="true" />
            <span className="truncate">Sign out</span>
          </button>
        </form>
        <p className="truncate px-2.5 pt-1 text-xs text-faint" title={athlete.displayName}>
          {athlete.displayName}
        </p>
      </div>
    </header>
  );
}
