import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/utils";
import type { LoadMeasure } from "./prepare-load-measures";

const TONE = {
  go: "text-go",
  ease: "text-ease",
  rest: "text-rest",
  neutral: "text-muted",
} as const;

/** One measure: value, state in words, what it means. */
export function LoadMeasureCard({ measure }: { measure: LoadMeasure }) {
  return (
    <Card as="li">
      <h2 className="heading-quiet">
        <MethodLink to={measure.method}>{measure.name}</MethodLink>
      </h2>
      <p className="mt-1 text-2xl font-semibold tracking-[-0.02em]">{measure.value}</p>
      <p className={cn("text-sm font-medium", TONE[measure.tone])}>{measure.state}</p>
      <p className="mt-2 text-sm text-muted">{measure.meaning}</p>
    </Card>
  );
}
