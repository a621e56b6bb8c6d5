import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = {
  icon?: ReactNode;
  title: ReactNode;
  /** Why it is empty and what will fill it. */
  children?: ReactNode;
  /** The next step: a button or a link. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, children, action, className }: Props) {
  return (
    <div className={cn("flex flex-col items-center gap-2 px-4 py-10 text-center", className)}>
      {icon ? (
        <div className="mb-1 flex size-11 items-center justify-center rounded-full bg-sunken text-muted [&_svg]:size-5">
          {icon}
        </div>
      ) : null}
      <p className="text-base font-medium">{title}</p>
      {children ? <div className="max-w-[46ch] text-sm text-muted">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
