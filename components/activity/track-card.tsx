import { MapPinOff } from "lucide";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Streams } from "@/lib/training/activity/activity-types";
import { formatDistance } from "@/lib/units/format-distance";
import type { UnitSystem } from "@/lib/units/unit-system";
import { goesSomewhere } from "./is-journey";
import { type PreparedTrack, prepareTrack } from "./prepare-track";
import { TrackMarker } from "./track-marker";

type Props = { activity: ActivityDetail; streams: Streams | null; units: UnitSystem };

const BOX = { width: 280, height: 230, margin: 14 };
/** A track along one street still gets a card of its own. */
const MIN_HEIGHT = 120;

/** The way taken, drawn from positions alone: no map, nothing asked of anybody. */
export function TrackCard({ activity, streams, units }: Props) {
  const track = streams === null ? null : prepareTrack(streams, BOX);
  if (track === null) return <NoTrack activity={activity} />;
  const { start, finish, isLoop } = track;
  const distance = formatDistance(activity.distanceM, units);
  return (
    <Card aria-label="Track">
      <CardHeader title="Track" aside={isLoop ? "a loop, north up" : "north up"} />
      <svg
        role="img"
        aria-label={`The track, ${distance}${isLoop ? ", ending where it began" : ""}.`}
        viewBox={viewBox(track)}
        className="block w-full"
      >
        <path
          d={track.path}
          fill="none"
          strokeWidth="6"
          strokeLinejoin="round"
          strokeLinecap="round"
          className="stroke-line"
        />
        <path
          d={track.path}
          fill="none"
          strokeWidth="2.2"
          strokeLinejoin="round"
          strokeLinecap="round"
          className="stroke-accent"
        />
        <rect
          x={finish.x - 4}
          y={finish.y - 4}
          width="8"
          height="8"
          rx="1.5"
          className="fill-surface stroke-ink"
          strokeWidth="2"
        />
        <circle
          cx={start.x}
          cy={start.y}
          r="3.6"
          className="fill-go-fill stroke-surface"
          strokeWidth="1.4"
        />
        <TrackMarker activityId={activity.id} projection={track.projection} />
      </svg>
      <ul className="mt-2 flex gap-4 text-xs text-faint">
        <li className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="9" height="9">
            <circle cx="4.5" cy="4.5" r="3.6" className="fill-go-fill" />
          </svg>
          start
        </li>
        <li className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="10" height="10">
            <rect
              x="1.5"
              y="1.5"
              width="7"
              height="7"
              rx="1.5"
              className="fill-surface stroke-ink"
              strokeWidth="2"
            />
          </svg>
          finish
        </li>
      </ul>
    </Card>
  );
}

/** As tall as the track needs, so that a flat one leaves no hole. */
function viewBox({ topY, bottomY }: PreparedTrack): string {
  const height = Math.max(MIN_HEIGHT, bottomY - topY + 2 * BOX.margin);
  return `0 ${(topY + bottomY - height) / 2} ${BOX.width} ${height}`;
}

/** Nothing where nobody expects one; the reason where it could have been. */
function NoTrack({ activity }: { activity: ActivityDetail }) {
  const { sport, isIndoor, lengths } = activity;
  if (isIndoor || lengths.length > 0 || !goesSomewhere(sport)) return null;
  return (
    <Card aria-label="Track">
      <CardHeader title="Track" />
      <EmptyState icon={<Icon of={MapPinOff} />} title="No track" className="py-6">
        No positions were recorded.
      </EmptyState>
    </Card>
  );
}
