import { cn } from "@/lib/utils";

/** Holds the place of something that is loading; give it the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={cn("rounded-control bg-sunken motion-safe:animate-pulse", className)}
    />
  );
}
