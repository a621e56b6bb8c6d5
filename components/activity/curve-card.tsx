import { ChartChoices } from "@/components/charts/chart-choices";
import { PlotFigure } from "@/components/charts/plot-figure";
import { curveFinding } from "@/components/curves/curve-finding";
import { offeredKinds } from "@/components/curves/curve-kinds";
import { curveLook } from "@/components/curves/curve-look";
import { prepareCurves } from "@/components/curves/prepare-curves";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import type { LocalDate } from "@/lib/dates/local-date";
import { methodHref } from "@/lib/methods/method-href";
import type { Sport } from "@/lib/training/activity/sports";
import type { ActivityCurve } from "@/lib/training/capacity/activity-curves";
import type { CriticalPowerEstimate } from "@/lib/training/capacity/critical-power-estimate";
import type { CurveEnvelope } from "@/lib/training/capacity/curve-envelope";
import type { UnitSystem } from "@/lib/units/unit-system";
import { CurvePeriodForm } from "./curve-period-form";
import { AGAINST, type CurveView, curveHref, tableOf } from "./curve-view";

export type ShownCurves = {
  readonly view: CurveView;
  readonly curves: readonly ActivityCurve[];
  /** The best of the activities that it is held against; null when there was none. */
  readonly reference: { readonly envelope: CurveEnvelope; readonly count: number } | null;
};

type Props = {
  readonly activityId: string;
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly sport: Sport;
  readonly units: UnitSystem;
  readonly shown: ShownCurves;
  /** Of the activity's day; null where it does not apply. */
  readonly criticalPower: CriticalPowerEstimate | null;
};

/** The activity's best over every length of time, against the best before it or of other days. */
export function CurveCard(props: Props) {
  const { activityId, day, today, sport, units, shown, criticalPower } = props;
  const { view, curves, reference } = shown;
  const look = curveLook(view.kind, sport, units);
  const own = curves.find(({ kind }) => kind === view.kind)?.bests ?? [];
  const before = reference?.envelope.bests ?? [];
  const isPeriod = view.against.key === "period";
  const kinds = offeredKinds(curves.map(({ kind }) => kind));
  return (
    <Card className="scroll-mt-4">
      <PlotFigure
        id="curve"
        title={`${look.label} curve`}
        finding={curveFinding(own, before, look, view.against.span, !isPeriod)}
        model={prepareCurves(
          [
            ...(reference === null
              ? []
              : [
                  {
                    name: isPeriod ? "Best then" : "Best before",
                    kind: "dashed",
                    colour: "load",
                    bests: before,
                  } as const,
                ]),
            { name: "This activity", kind: "line", colour: "fitness", bests: own },
          ],
          look,
        )}
        controls={
          <div className="flex flex-wrap gap-x-4 gap-y-2">
            {kinds.length < 2 ? null : (
              <ChartChoices
                label="Curve"
                choices={kinds.map((kind) => ({
                  label: curveLook(kind, sport, units).label,
                  href: curveHref(activityId, view, { kind }),
                  isCurrent: kind === view.kind,
                }))}
              />
            )}
            <ChartChoices
              label="Against the time before"
              choices={AGAINST.map((against) => ({
                label: against.label,
                href: curveHref(activityId, view, { against }),
                isCurrent: against.key === view.against.key,
              }))}
            />
          </div>
        }
        methodHref={methodHref("mean-maximal-curve")}
        {...tableOf(activityId, view, "curve")}
      />
      <CurvePeriodForm activityId={activityId} view={view} day={day} today={today} />
      {criticalPower === null || view.kind !== "power" ? null : (
        <p className="mt-3 max-w-[68ch] text-sm text-muted">
          <MethodLink to="critical-power">Critical power</MethodLink>: {capacityOf(criticalPower)}
        </p>
      )}
    </Card>
  );
}

function capacityOf({ fit, reason }: CriticalPowerEstimate): string {
  if (fit === null) return `not known for this day, so no W′ balance. ${reason}`;
  const power = Math.round(fit.criticalPowerW);
  return `${power} W from the 90 days before, with W′ ${(fit.wPrimeJ / 1000).toFixed(1)} kJ above it.`;
}
