import { LogOut } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { DemoNotice } from "./demo-notice";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { MAIN_DESTINATIONS, OTHER_DESTINATIONS } from "./navigation";
import type { ShellAthlete } from "./shell-athlete";
import { ThemeChoice } from "./theme-choice";

const itemStyle =
  "flex min-h-[38px] items-center gap-[11px] rounded-control border border-transparent px-2.5 text-[14px] leading-5 font-medium text-muted transition-colors hover:text-ink aria-[current]:border-line aria-[current]:bg-surface aria-[current]:text-ink [&_svg]:size-[17px] [&_svg]:stroke-[1.7]";

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
          <NavLink key={href} href={href} className={itemStyle}>
            <Icon aria-hidden="true" />
            {label}
          </NavLink>
        ))}
        <div className="mt-auto flex flex-col gap-0.5 pt-6">
          {athlete.isDemo ? <DemoNotice className="mb-2 px-1" /> : null}
          {OTHER_DESTINATIONS.map(({ href, label, icon: Icon }) => (
            <NavLink key={href} href={href} className={itemStyle}>
              <Icon aria-hidden="true" />
              {label}
            </NavLink>
          ))}
        </div>
      </nav>
      <div className="mt-2 border-t border-line pt-3">
        <ThemeChoice className="mb-2 px-1" />
        <form action={signOut}>
          <button type="submit" className={`${itemStyle} w-full`}>
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
