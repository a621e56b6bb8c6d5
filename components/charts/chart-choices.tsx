import type { Route } from "next";
import Link from "next/link";

type Choice = { readonly label: string; readonly href: Route; readonly isCurrent: boolean };

/** A few ways to look at a chart, as links: they work without script and can be shared. */
export function ChartChoices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {choices.map((choice) => (
        <Link
          key={choice.label}
          href={choice.href}
          scroll={false}
          prefetch={false}
          aria-current={choice.isCurrent ? "true" : undefined}
          className="inline-flex min-h-7 items-center rounded-full border border-line bg-surface px-2.5 text-xs font-medium text-muted hover:text-ink aria-[current]:border-transparent aria-[current]:bg-accent-soft aria-[current]:text-accent max-md:min-h-11 max-md:px-3.5"
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  );
}
