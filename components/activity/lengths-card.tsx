import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { RecordedLength } from "@/lib/training/activity/activity-types";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import { formatPace } from "@/lib/units/format-pace";
import type { UnitSystem } from "@/lib/units/unit-system";
import { poolLengthM } from "./pool-length";

type Props = { activity: ActivityDetail; units: UnitSystem };

/** Every length of a pool swim; SWOLF is its seconds plus its strokes. */
export function LengthsCard({ activity, units }: Props) {
  const { lengths } = activity;
  const swum = lengths.filter((length) => length.isActive);
  if (swum.length === 0) return null;
  const poolM = poolLengthM(activity);
  let count = 0;
  return (
    <Card aria-label="Lengths">
      <CardHeader
        title={<MethodLink to="swolf">Lengths</MethodLink>}
        aside={poolM === null ? String(swum.length) : `${swum.length} of ${poolText(poolM, units)}`}
      />
      <div className="max-h-[30rem] overflow-y-auto">
        <Table caption="Lengths of this swim, rests between them">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col" data-numeric>
                Time
              </th>
              <th scope="col" data-numeric>
                Pace
              </th>
              <th scope="col" data-numeric>
                Strokes
              </th>
              <th scope="col" data-numeric>
                SWOLF
              </th>
              <th scope="col">Stroke</th>
            </tr>
          </thead>
          <tbody>
            {lengths.map((length) =>
              length.isActive ? (
                <Length
                  key={length.startS}
                  length={length}
                  number={++count}
                  poolM={poolM}
                  units={units}
                />
              ) : (
                <Rest key={length.startS} seconds={length.durationS} />
              ),
            )}
          </tbody>
        </Table>
      </div>
    </Card>
  );
}

type LengthProps = {
  length: RecordedLength;
  number: number;
  poolM: number | null;
  units: UnitSystem;
};

function Length({ length, number, poolM, units }: LengthProps) {
  const { durationS, strokes, stroke } = length;
  const speed = poolM === null || durationS <= 0 ? null : poolM / durationS;
  return (
    <tr>
      <th scope="row">{number}</th>
      <td data-numeric>{formatDuration(durationS)}</td>
      <td data-numeric className="whitespace-nowrap">
        {formatPace(speed, units, "swim")}
      </td>
      <td data-numeric>{strokes ?? NO_VALUE}</td>
      <td data-numeric>{strokes === null ? NO_VALUE : Math.round(durationS + strokes)}</td>
      <td>{stroke === null ? NO_VALUE : words(stroke)}</td>
    </tr>
  );
}

function Rest({ seconds }: { seconds: number }) {
  return (
    <tr className="text-faint">
      <td />
      <td data-numeric>{formatDuration(seconds)}</td>
      <td colSpan={4}>Rest</td>
    </tr>
  );
}

/** A pool of 22.86 m is one of 25 yd: its length needs its decimals. */
function poolText(poolM: number, units: UnitSystem): string {
  if (units === "imperial") return formatDistance(poolM, units, "pool");
  return `${Number(poolM.toFixed(2))} m`;
}

/** "breaststroke" → "Breaststroke", "imByRound" → "Im by round". */
function words(code: string): string {
  const spaced = code
    .replaceAll(/([A-Z])/g, " $1")
    .replaceAll("_", " ")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
