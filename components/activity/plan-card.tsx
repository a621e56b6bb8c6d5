import type { Route } from "next";
import Link from "next/link";
import { PlotFigure } from "@/components/charts/plot-figure";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { methodHref } from "@/lib/methods/method-href";
import type { PlannedAgainstDone } from "@/lib/services/planned-against-done";
import type { UnitSystem } from "@/lib/units/unit-system";
import { planTotal } from "./plan-finding";
import { planPlot } from "./plan-plot";
import { PlanTable } from "./plan-table";
import { preparePlan } from "./prepare-plan";

type Props = {
  activity: ActivityDetail;
  /** Null when nothing was planned. */
  planned: PlannedAgainstDone | null;
  units: UnitSystem;
  isTableShown: boolean;
};

const TITLE = "Planned against done";

/** The plan step by step, with what was recorded of each. */
export function PlanCard({ activity, planned, units, isTableShown }: Props) {
  if (planned === null) return null;
  if (planned.origin === "elsewhere") return <Elsewhere done={planned.done} />;
  const { alignment, plan, origin } = planned;
  const { finding, how, rows } = preparePlan(alignment, activity.sport, units);
  const model =
    alignment.source === "none"
      ? null
      : planPlot(alignment.steps, planned.streams, activity.sport, units);
  const total = planTotal(plan.steps, activity.timerS);
  const table = isTableShown ? "" : "?table=plan";
  return (
    <Card aria-label={TITLE} className="scroll-mt-4">
      {model === null ? (
        <>
          <Heading />
          <p className="mb-3 max-w-[68ch] font-medium">{finding}</p>
        </>
      ) : (
        <PlotFigure
          id="plan"
          title={TITLE}
          finding={finding}
          model={model}
          methodHref={methodHref("planned-against-done")}
          tableHref={`/activities/${activity.id}${table}` as Route}
          isTableShown={isTableShown}
        />
      )}
      {rows.length === 0 ? null : (
        <PlanTable rows={rows} fileName={`formline-${activity.sport}-${activity.day}-plan`} />
      )}
      <p className="mt-3 max-w-[68ch] text-sm text-faint">
        {[ORIGINS[origin](plan.title), total, how].filter((text) => text !== null).join(" ")}
      </p>
    </Card>
  );
}

const ORIGINS = {
  device: (title: string | null) =>
    `The plan is the workout that the device followed${title === null ? "" : `: ${title}`}.`,
  accepted: (title: string | null) =>
    `The plan is the workout that you accepted for this day${title === null ? "" : `: ${title}`}. Of the day’s activities in its sport, this one is nearest to it in time.`,
} as const;

/** Says which activity of the day the accepted workout was. */
function Elsewhere({ done }: { done: { id: string; title: string } }) {
  return (
    <Card aria-label={TITLE}>
      <Heading />
      <p className="max-w-[68ch] text-sm text-muted">
        The workout that you accepted for this day is held against another activity, which is nearer
        to it in time:{" "}
        <Link
          href={`/activities/${done.id}` as Route}
          className="inline-block min-h-6 font-medium text-accent underline-offset-4 hover:underline"
        >
          {done.title}
        </Link>
        .
      </p>
    </Card>
  );
}

function Heading() {
  return <CardHeader title={<MethodLink to="planned-against-done">{TITLE}</MethodLink>} />;
}
