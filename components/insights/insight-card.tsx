import { PlotFigure } from "@/components/charts/plot-figure";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { Insight } from "@/db/queries/insights-on";
import { inUnits } from "@/lib/assistant/in-units";
import { showFact } from "@/lib/assistant/show-fact";
import { formatDay } from "@/lib/dates/format-day";
import { localDayAt } from "@/lib/dates/zoned-time";
import { methodHref } from "@/lib/methods/method-href";
import type { UnitSystem } from "@/lib/units/unit-system";
import { InsightThumbs } from "./insight-thumbs";
import { insightsHref } from "./insights-view";
import { linkedWords } from "./linked-words";
import { insightFinding, prepareInsight } from "./prepare-insight";
import { SEVERITY_WORDS } from "./severity-words";
import { VerifiedText } from "./verified-text";
import { WhatToDo } from "./what-to-do";

type InsightCardProps = {
  readonly insight: Insight;
  readonly isTableShown: boolean;
  readonly timeZone: string;
  readonly units: UnitSystem;
};

/** One insight: what stands out, what to do, the chart and the numbers that it rests on, who wrote it. */
export function InsightCard({ insight: told, isTableShown, timeZone, units }: InsightCardProps) {
  // A model has written in the athlete's units already.
  const isOurs = told.writtenBy === "rules";
  const insight = isOurs ? { ...told, text: inUnits(told.text, told.evidence, units) } : told;
  const { id, title, severity } = insight;
  const pieces = linkedWords(insight, units);
  const { word, tone } = SEVERITY_WORDS[severity];
  return (
    <Card as="article" aria-labelledby={`insight-${id}`} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <VerifiedText
          as="h2"
          id={`insight-${id}`}
          pieces={pieces.title}
          className="text-base font-semibold"
        />
        <Chip tone={tone}>{word}</Chip>
      </div>
      <div className="max-w-[68ch] text-sm">
        <VerifiedText pieces={pieces.text} />
      </div>
      <WhatToDo pieces={pieces.action} />
      <EvidenceChart insight={insight} isTableShown={isTableShown} units={units} />
      <EvidenceList insight={insight} units={units} />
      <div className="mt-auto flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3">
        <p className="text-xs text-muted">
          {insight.writtenBy === "rules" ? "Written by rules" : "Written by a language model"} (
          {insight.formula}) · holds until{" "}
          {formatDay(localDayAt(insight.validUntil, timeZone), "short")}
        </p>
        <InsightThumbs insightId={id} title={title} current={insight.feedback} />
      </div>
    </Card>
  );
}

function EvidenceChart({ insight, isTableShown, units }: Omit<InsightCardProps, "timeZone">) {
  const model = prepareInsight(insight.series, units);
  if (model === null) return null;
  return (
    <PlotFigure
      id={`chart-${insight.id}`}
      title={insight.series[0]?.label ?? "The days behind it"}
      finding={insightFinding(insight.evidence, units)}
      model={model}
      methodHref={methodHref("detectors")}
      isTableShown={isTableShown}
      tableHref={insightsHref(isTableShown ? null : insight.detector)}
    />
  );
}

function EvidenceList({
  insight: { evidence },
  units,
}: Pick<InsightCardProps, "insight" | "units">) {
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted hover:text-ink max-md:min-h-11 max-md:py-2.5">
        The numbers behind it
      </summary>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {evidence.map((one) => (
          <div key={one.id} className="contents">
            <dt className="text-muted">
              {one.label}
              <span className="block text-xs text-faint">
                {one.fromDay === one.toDay
                  ? formatDay(one.toDay, "compact")
                  : `${formatDay(one.fromDay, "compact")} to ${formatDay(one.toDay, "compact")}`}
              </span>
            </dt>
            <dd className="text-right tabular-nums">{showFact(one, units)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
