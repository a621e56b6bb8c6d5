import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** A line below: freshness, the period, where the numbers come from. */
  description?: ReactNode;
  /** A line above: the way back. */
  breadcrumb?: ReactNode;
  /** Right of the title; below it on a phone when it does not fit. */
  actions?: ReactNode;
};

/** The head of every page, with its one h1. */
export function PageHeader({ title, description, breadcrumb, actions }: Props) {
  return (
    <header className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 md:mb-5">
      <div className="min-w-0">
        {breadcrumb ? <div className="mb-0.5 text-sm text-faint">{breadcrumb}</div> : null}
        <h1 className="text-xl font-semibold tracking-[-0.01em]">{title}</h1>
        {description ? <div className="text-sm text-faint">{description}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
