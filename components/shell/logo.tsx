import { cn } from "@/lib/utils";

/** The mark: the form line dips under training and rises to the race. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 26 18" aria-hidden="true" className={cn("h-[18px] w-[26px]", className)}>
      <path
        d="M2 5c4 0 5 10 10 10S18 4 24 2"
        fill="none"
        stroke="var(--form)"
        strokeWidth="2.8"
        strokeLinecap="round"
      />
      <circle cx="12" cy="15" r="2.6" fill="var(--canvas)" stroke="var(--form)" strokeWidth="2" />
    </svg>
  );
}
