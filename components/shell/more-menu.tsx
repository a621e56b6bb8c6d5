import { LogOut } from "lucide";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { useIsInBrowser } from "@/components/ui/use-is-in-browser";
import { NavLink } from "./nav-link";
import { otherDestinations } from "./navigation";
import type { ShellAthlete } from "./shell-athlete";
import { ThemeChoice } from "./theme-choice";

export const MORE_MENU_ID = "more-menu";

const rowStyle =
  "flex min-h-12 w-full items-center gap-3 rounded-control px-3 text-base font-medium text-ink hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:text-accent [&_svg]:size-[18px]";

type Props = { athlete: ShellAthlete; signOut: () => Promise<void> };

/**
 * The phone's sheet above the bar; its button opens it by `popoverTarget`. Closed at
 * first, so what it holds is left to the browser to render.
 */
export function MoreMenu(props: Props) {
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
      {isInBrowser && <MoreItems {...props} />}
    </nav>
  );
}

function MoreItems({ athlete, signOut }: Props) {
  return (
    <>
      <p className="truncate px-3 pt-1 pb-2 text-sm text-muted">{athlete.displayName}</p>
      {otherDestinations(athlete.isAdmin).map(({ href, label, icon }) => (
        <NavLink key={href} href={href} className={rowStyle}>
          <Icon of={icon} />
          {label}
        </NavLink>
      ))}
      <div className="my-2 border-t border-line px-3 pt-3">
        <ThemeChoice />
      </div>
      <form action={signOut}>
        <button type="submit" className={rowStyle}>
          <Icon of={LogOut} />
          Sign out
        </button>
      </form>
    </>
  );
}
