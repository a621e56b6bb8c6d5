import type { Route } from "next";
import Link from "next/link";
import { SEVERITY_WORDS } from "@/components/insights/severity-words";
import { VerifiedText } from "@/components/insights/verified-text";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { TodayView } from "./prepare-today";

/** The weightiest of what is new, in one sentence; the rest is on its own screen. */
export function InsightCard({ insight }: { insight: NonNullable<TodayView["insight"]> }) {
  const { word, tone } = SEVERITY_WORDS[insight.severity];
  return (
    <Card aria-labelledby="new-insight">
      <div className="flex items-center justify-between gap-2">
        <h2 id="new-insight" className="heading-quiet">
          New insight
        </h2>
        <Chip tone={tone}>{word}</Chip>
      </div>
      <div className="mt-2 flex flex-col gap-1 text-sm">
        <VerifiedText pieces={insight.title} className="font-medium" />
        <VerifiedText pieces={insight.action} className="text-muted" />
      </div>
      <Link
        href={"/insights" as Route}
        className="mt-2 inline-flex min-h-6 items-center text-sm text-accent hover:underline max-md:min-h-11"
      >
        See why
      </Link>
    </Card>
  );
}
