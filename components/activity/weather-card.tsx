import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { UnitSystem } from "@/lib/units/unit-system";
import { prepareWeather } from "./prepare-weather";

type Props = { activity: ActivityDetail; units: UnitSystem };

/** The weather of the activity, each value with who says so; nothing where nobody does. */
export function WeatherCard({ activity, units }: Props) {
  const { rows, note } = prepareWeather(activity, units);
  if (rows.length === 0) return null;
  return (
    <Card aria-label="Weather">
      <CardHeader title={<MethodLink to="weather">Weather</MethodLink>} />
      <dl className="flex flex-col gap-2 text-sm">
        {rows.map(({ label, values }) => (
          <div key={label} className="flex justify-between gap-4">
            <dt className="text-muted">{label}</dt>
            <dd className="text-right">
              {values.map(({ text, from }) => (
                <span key={from} className="block">
                  <span className="font-medium tabular-nums">{text}</span>{" "}
                  <span className="whitespace-nowrap text-faint">{from}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {note === null ? null : <p className="mt-3 text-sm text-muted">{note}</p>}
    </Card>
  );
}
