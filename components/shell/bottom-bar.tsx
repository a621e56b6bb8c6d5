import { Ellipsis, LogOut } from "lucide-react";
import { MORE_MENU_ID, MoreMenu } from "./more-menu";
import { NavLink } from "./nav-link";
import { MAIN_DESTINATIONS, OTHER_DESTINATIONS } from "./navigation";
import type { ShellAthlete } from "./shell-athlete";
import { ThemeChoice } from "./theme-choice";

const rowStyle =
  "flex min-h-12 w-full items-center gap-3 rounded-control px-3 text-base font-medium text-ink hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:text-accent [&_svg]:size-[18px]";

type Props = { athlete: ShellAthlete; signOut: () => Promise<void> };

export function BottomBar({ athlete, signOut }: Props) {
  return (
    <>
      <nav
        aria-label="Main"
        className="fixed inset-x-0 bottom-0 z-40 flex border-t border-line bg-surface px-1 pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {MAIN_DESTINATIONS.map(({ href, label, icon: Icon }) => (
          <NavLink key={href} href={href} className="bar-item">
            <Icon aria-hidden="true" />
            {label}
          </NavLink>
        ))}
        <button type="button" popoverTarget={MORE_MENU_ID} className="bar-item">
          <Ellipsis aria-hidden="true" />
          More
        </button>
      </nav>
      <MoreMenu>
        <p className="truncate px-3 pt-1 pb-2 text-sm text-muted">{athlete.displayName}</p>
        {OTHER_DESTINATIONS.map(({ href, label, icon: Icon }) => (
          <NavLink key={href} href={href} className={rowStyle}>
            <Icon aria-hidden="true" />
            {label}
          </NavLink>
        ))}
        <div className="my-2 border-t border-line px-3 pt-3">
          <ThemeChoice />
        </div>
        <form action={signOut}>
          <button type="submit" className={rowStyle}>
            <LogOut aria-hidden="true" />
            Sign out
          </button>
        </form>
      </MoreMenu>
    </>
  );
}
