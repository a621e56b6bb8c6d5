import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { BreakerState, VendorHealth } from "@/db/queries/vendor-health";
import { formatSpan } from "@/lib/dates/format-span";
import type { ModelHealth } from "@/lib/services/describe-model-health";

const BREAKERS = {
  closed: ["go", "Answers"],
  half_open: ["ease", "Being tried"],
  open: ["rest", "Not asked"],
} as const satisfies Record<BreakerState, readonly [string, string]>;

/** Strava's four, as its adapter names them. */
const WINDOWS: Readonly<Record<string, string>> = {
  all_15min: "in 15 minutes",
  all_day: "a day",
  read_15min: "reads in 15 minutes",
  read_day: "reads a day",
};

type Props = {
  vendors: readonly VendorHealth[];
  /** Null where none is asked. */
  model: ModelHealth | null;
  now: Date;
  className?: string;
};

/** Each vendor's circuit breaker, its calls within their limits, and the accounts here. */
export function VendorsCard({ vendors, model, now, className }: Props) {
  return (
    <Card aria-labelledby="vendors" className={className}>
      <CardHeader id="vendors" title="Vendors" />
      {vendors.length === 0 && model === null ? (
        <EmptyState title="No vendor is connected" className="py-6">
          As soon as somebody connects a source of data, it says here whether the vendor answers.
        </EmptyState>
      ) : (
        <Table
          caption="Vendors: whether they answer, their rate budgets and connections"
          className="[&_tbody_th]:align-baseline [&_td]:align-baseline"
        >
          <thead>
            <tr>
              <th scope="col">Vendor</th>
              <th scope="col">State</th>
              <th scope="col">Tried again</th>
              <th scope="col">Calls</th>
              <th scope="col" data-numeric>
                Connected
              </th>
              <th scope="col" data-numeric>
                To reconnect
              </th>
              <th scope="col" data-numeric>
                Longest without success
              </th>
            </tr>
          </thead>
          <tbody>
            {vendors.map((vendor) => (
              <tr key={vendor.provider}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  {CONNECTION_NAMES[vendor.provider]}
                </th>
                <td>
                  <Chip tone={BREAKERS[vendor.breaker][0]}>{BREAKERS[vendor.breaker][1]}</Chip>
                </td>
                <td className="whitespace-nowrap">{inTime(vendor.retryAt, now)}</td>
                <td className="whitespace-nowrap">
                  {vendor.budgets.length === 0
                    ? "–"
                    : vendor.budgets.map(({ window, used, limit }) => (
                        <p key={window}>
                          {used.toLocaleString("en-GB")} of {limit.toLocaleString("en-GB")}{" "}
                          {WINDOWS[window] ?? window}
                        </p>
                      ))}
                </td>
                <td data-numeric>{vendor.connected}</td>
                <td data-numeric>{vendor.needReconnect}</td>
                <td data-numeric className="whitespace-nowrap">
                  {vendor.oldestSuccessAt ? formatSpan(vendor.oldestSuccessAt, now) : "–"}
                </td>
              </tr>
            ))}
            {model && <ModelRow model={model} now={now} />}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

/** Nobody is connected with the model; what counts is whether it answers. */
function ModelRow({ model, now }: { model: ModelHealth; now: Date }) {
  const [tone, state] = BREAKERS[model.breaker];
  return (
    <tr>
      <th scope="row" className="font-normal whitespace-nowrap">
        Language model
      </th>
      <td>
        <Chip tone={tone}>{state}</Chip>
      </td>
      <td className="whitespace-nowrap">{inTime(model.retryAt, now)}</td>
      <td className="whitespace-nowrap">
        {model.asked.toLocaleString("en-GB")} in 24 h, {model.failed.toLocaleString("en-GB")} failed
      </td>
      <td data-numeric>–</td>
      <td data-numeric>–</td>
      <td data-numeric>–</td>
    </tr>
  );
}

function inTime(at: Date | null, now: Date): string {
  if (at === null) return "–";
  return at > now ? `in ${formatSpan(now, at)}` : "at the next call";
}
