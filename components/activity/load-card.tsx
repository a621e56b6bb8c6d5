import { CircleCheck } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Icon } from "@/components/ui/icon";
import { Table } from "@/components/ui/table";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import {
  type AthleteSettings,
  LOAD_METHODS,
  type LoadMethod,
} from "@/lib/training/activity/activity-types";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatLoad } from "@/lib/units/format-load";
import type { UnitSystem } from "@/lib/units/unit-system";
import { ChooseLoadButton } from "./choose-load-button";
import { LOAD_METHOD_LABELS, LOAD_METRICS } from "./load-method-label";
import { metricInputs } from "./metric-inputs";
import { MetricReceipt } from "./metric-receipt";

type Props = { activity: ActivityDetail; units: UnitSystem; settings: AthleteSettings };

/** Every way to this activity's load, which one counts, and why the others do not. */
export function LoadCard(of: Props) {
  const { activity } = of;
  const { loads, loadMethod } = activity;
  const rows = LOAD_METHODS.flatMap((method) => rowOf(activity, method));
  return (
    <Card id="load" aria-label="How the load was chosen">
      <CardHeader title="How the load was chosen" />
      <p className="mb-3 max-w-[68ch]">{verdict(activity)}</p>
      {wantsThreshold(activity) ? (
        <p className="mb-3 text-sm">
          <Link
            href={"/settings/thresholds" as Route}
            className="inline-flex min-h-6 items-center text-accent underline-offset-4 hover:underline max-md:min-h-11"
          >
            Set what is not known, and it is judged again
          </Link>
        </p>
      ) : null}
      {isOwnChoice(activity) ? (
        <div className="mb-3">
          <ChooseLoadButton activityId={activity.id} method={null} />
        </div>
      ) : null}
      <Table
        caption="Ways to the training load of this activity"
        className="[&_td]:align-baseline [&_th]:align-baseline"
      >
        <thead>
          <tr>
            <th scope="col">Judged by</th>
            <th scope="col" data-numeric>
              Load
            </th>
            <th scope="col">Formula</th>
            <th scope="col">
              <span className="sr-only">Which one counts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ method, load, formula, reason }) => (
            <tr key={method} className={method === loadMethod ? undefined : "text-muted"}>
              <th scope="row">{capital(LOAD_METHOD_LABELS[method])}</th>
              <td data-numeric className={method === loadMethod ? "font-semibold" : undefined}>
                {load === null ? NO_VALUE : formatLoad(load)}
              </td>
              <td>
                {formula === null ? (
                  NO_VALUE
                ) : (
                  <MetricReceipt
                    label={formula.split("@")[0] ?? formula}
                    metric={{ value: load, unit: "", formula }}
                    inputs={metricInputs(LOAD_METRICS[method], of)}
                  />
                )}
              </td>
              <td>
                <Standing
                  activityId={activity.id}
                  method={method}
                  doesCount={method === loadMethod}
                  reason={load === null ? (reason ?? "kept beside") : reason}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {loads.length === 0 ? null : (
        <p className="mt-3 text-sm text-faint">
          All are on one scale: 100 is one hour at threshold. The load is counted once.
        </p>
      )}
    </Card>
  );
}

type StandingProps = {
  activityId: string;
  method: LoadMethod;
  doesCount: boolean;
  /** Why it cannot count; null when it can. */
  reason: string | null;
};

function Standing({ activityId, method, doesCount, reason }: StandingProps) {
  if (!doesCount) return reason ?? <ChooseLoadButton activityId={activityId} method={method} />;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-go">
      <Icon of={CircleCheck} className="size-4" />
      counts
    </span>
  );
}

type LoadRow = {
  method: LoadMethod;
  load: number | null;
  formula: string | null;
  reason: string | null;
};

function rowOf(activity: ActivityDetail, method: LoadMethod): LoadRow[] {
  const found = activity.loads.find((load) => load.method === method);
  if (found) return [{ method, load: found.load, formula: found.formula, reason: null }];
  if (method === "srpe") {
    return [{ method, load: null, formula: null, reason: "Rate the effort to have this one." }];
  }
  const metric = activity.metrics[LOAD_METRICS[method]];
  if (metric === undefined) return [];
  if (metric.value !== null) {
    // Strength is judged by felt effort alone; the number is there but stands aside.
    return [{ method, load: metric.value, formula: metric.formula, reason: "not for this sport" }];
  }
  return [{ method, load: null, formula: metric.formula, reason: metric.reason ?? null }];
}

/** Whether a threshold, which the athlete may know, is all that a closer measure lacks. */
function wantsThreshold({ loadMethod, metrics }: ActivityDetail): boolean {
  return (
    loadMethod === "duration" &&
    Object.values(LOAD_METRICS).some((name) =>
      metrics[name]?.reason?.endsWith("known on this day."),
    )
  );
}

/** The first of the loads counts by rule; another one only where the athlete said so. */
function isOwnChoice({ loads, loadMethod }: ActivityDetail): boolean {
  return loadMethod !== null && loads[0]?.method !== loadMethod;
}

function verdict({ loadMethod, loads }: ActivityDetail): string {
  if (loadMethod === null)
    return "Nothing in this activity says how hard it was, so it has no load.";
  const label = LOAD_METHOD_LABELS[loadMethod];
  const byRule = loads[0]?.method ?? loadMethod;
  if (byRule !== loadMethod) {
    return `Judged by ${label}, as you chose; by rule it would be ${LOAD_METHOD_LABELS[byRule]}.`;
  }
  if (loadMethod === "duration") {
    return "Judged by its length alone: a typical session of this sport stands in until something better is known.";
  }
  return loads.length > 1
    ? `Judged by ${label}: the closest measure of effort that this activity has.`
    : `Judged by ${label}, the only measure of effort that this activity has.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
