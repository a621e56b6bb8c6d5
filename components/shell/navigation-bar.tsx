import { Ellipsis, LogOut } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { DemoNotice } from "./demo-notice";
import { Logo } from "./logo";
import { MORE_MENU_ID } from "./more-menu";
import { NavLink } from "./nav-link";
import { MAIN_DESTINATIONS, otherDestinations } from "./navigation";
import type { ShellAthlete } from "./shell-athlete";
import { ThemeChoice } from "./theme-choice";

type Props = { athlete: ShellAthlete; signOut: () => Promise<void> };

/** At the left from 768 px up; below that its main destinations are the bar at the bottom. */
export function NavigationBar({ athlete, signOut }: Props) {
  return (
    <header className="flex-col overflow-y-auto border-line bg-sunken px-3.5 py-5 max-md:contents md:sticky md:top-0 md:flex md:h-dvh md:border-r">
      <Link
        href={"/today" as Route}
        className="mb-4 flex items-center gap-[9px] px-2 py-0.5 font-semibold tracking-[-0.01em] max-md:hidden"
      >
        <Logo />
        Formline
      </Link>
      <nav
        aria-label="Main"
        className="flex max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-40 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-1 max-md:pb-[env(safe-area-inset-bottom)] md:flex-1 md:flex-col md:gap-0.5"
      >
        {MAIN_DESTINATIONS.map(({ href, label, icon }) => (
          <NavLink key={href} href={href} className="max-md:bar-item md:nav-item">
            <Icon of={icon} />
            {label}
          </NavLink>
        ))}
        <button type="button" popoverTarget={MORE_MENU_ID} className="bar-item md:hidden">
          <Icon of={Ellipsis} />
          More
        </button>
        <div className="mt-auto flex flex-col gap-0.5 pt-6 max-md:hidden">
          {athlete.isDemo ? <DemoNotice className="mb-2 px-1" /> : null}
          {otherDestinations(athlete.isAdmin).map(({ href, label, icon }) => (
            <NavLink key={href} href={href} className="nav-item">
              <Icon of={icon} />
              {label}
            </NavLink>
          ))}
        </div>
      </nav>
      <div className="mt-2 border-t border-line pt-3 max-md:hidden">
        <ThemeChoice className="mb-2 px-1" />
        <form action={signOut}>
          <button type="submit" className="nav-item w-full">
            <Icon of={LogOut} />
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
