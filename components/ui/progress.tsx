import { cn } from "@/lib/utils";

const FILL = {
  accent: "bg-accent",
  go: "bg-go-fill",
  ease: "bg-ease-fill",
  rest: "bg-rest-fill",
} as const;

type Props = {
  label: string;
  value: number;
  max: number;
  /** What a screen reader hears instead of the bare percentage, "12 of 40 files". */
  valueText?: string;
  tone?: keyof typeof FILL;
  className?: string;
};

export function Progress({ label, value, max, valueText, tone = "accent", className }: Props) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText}
      className={cn("h-2 overflow-hidden rounded-full bg-sunken", className)}
    >
      <div
        className={cn("h-full rounded-full transition-[width] duration-300", FILL[tone])}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
