import { Card } from "@/components/ui/card";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { UnitSystem } from "@/lib/units/unit-system";
import { MetricReceipt } from "./metric-receipt";
import { type StripTile, stripTiles } from "./prepare-strip";

type Props = { activity: ActivityDetail; units: UnitSystem };

export function MetricStrip({ activity, units }: Props) {
  return (
    <Card aria-label="Key numbers">
      <dl className="grid grid-cols-2 gap-x-5 gap-y-4 @md:grid-cols-3 @2xl:grid-cols-4 @4xl:grid-cols-[repeat(auto-fit,minmax(104px,1fr))]">
        {stripTiles(activity, units).map((tile) => (
          <Tile key={tile.label} tile={tile} />
        ))}
      </dl>
    </Card>
  );
}

function Tile({ tile }: { tile: StripTile }) {
  const [value, ...unit] = tile.text.split(" ");
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">
        <MetricReceipt label={tile.label} metric={tile.metric} method={tile.method}>
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
