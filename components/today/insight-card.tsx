import type { Route } from "next";
import Link from "next/link";
import { SEVERITY_WORDS } from "@/components/insights/severity-words";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { TodayInsight } from "@/db/queries/today";

/** The weightiest of what is new, in one sentence; the rest is on its own screen. */
export function InsightCard({ insight }: { insight: TodayInsight }) {
  const { word, tone } = SEVERITY_WORDS[insight.severity];
  return (
    <Card aria-labelledby="new-insight">
      <div className="flex items-center justify-between gap-2">
        <h2 id="new-insight" className="heading-quiet">
          New insight
        </h2>
        <Chip tone={tone}>{word}</Chip>
      </div>
      <p className="mt-2 text-sm font-medium">{insight.title}</p>
      <p className="mt-1 text-sm text-muted">{insight.action}</p>
      <Link
        href={"/insights" as Route}
        className="mt-2 inline-flex min-h-6 items-center text-sm text-accent hover:underline max-md:min-h-11"
      >
        See why
      </Link>
    </Card>
  );
}
