import { Card } from "@/components/ui/card";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import type { UnitSystem } from "@/lib/units/unit-system";
import { metricInputs } from "./metric-inputs";
import { MetricReceipt } from "./metric-receipt";
import { type StripTile, stripTiles } from "./prepare-strip";

type Props = { activity: ActivityDetail; units: UnitSystem; settings: AthleteSettings };

export function MetricStrip({ activity, units, settings }: Props) {
  const of = { activity, settings, units };
  return (
    <Card aria-label="Key numbers">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-4 @md:grid-cols-3 @2xl:grid-cols-4 @4xl:grid-cols-[repeat(auto-fit,minmax(92px,1fr))]">
        {stripTiles(activity, units).map((tile) => (
          <Tile
            key={tile.label}
            tile={tile}
            inputs={tile.name ? metricInputs(tile.name, of) : null}
          />
        ))}
      </dl>
    </Card>
  );
}

function Tile({ tile, inputs }: { tile: StripTile; inputs: string | null }) {
  const [value, ...unit] = tile.text.split(" ");
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">
        <MetricReceipt label={tile.label} metric={tile.metric} method={tile.method} inputs={inputs}>
          {tile.about}
        </MetricReceipt>
      </dt>
      <dd className="text-2xl font-semibold tracking-[-0.02em] tabular-nums">
        {value}
        {unit.length === 0 ? null : (
          <span className="ml-1 text-[14px] leading-none font-normal tracking-normal text-muted">
            {unit.join(" ")}
          </span>
        )}
      </dd>
      {tile.note === "" ? null : <dd className="text-sm text-faint">{tile.note}</dd>}
    </div>
  );
}
