import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { Icon } from "./icon";

const TONES = {
  info: { icon: Info, box: "bg-accent-soft", mark: "text-accent" },
  success: { icon: CircleCheck, box: "bg-go-soft", mark: "text-go" },
  warning: { icon: TriangleAlert, box: "bg-ease-soft", mark: "text-ease" },
  error: { icon: CircleAlert, box: "bg-rest-soft", mark: "text-rest" },
} as const;

type Props = {
  tone: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
  /** "alert" is read at once; leave out for what stood there from the start. */
  role?: "alert" | "status";
};

export function Alert({ tone, title, children, action, className, role }: Props) {
  const { icon, box, mark } = TONES[tone];
  return (
    <div
      role={role}
      className={cn("flex items-start gap-3 rounded-control p-3 text-sm", box, className)}
    >
      <Icon of={icon} className={cn("mt-px size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
