"use client";

import { useQuery } from "@tanstack/react-query";
import { activityStreamsQuery } from "@/lib/queries/activities";
import { useCrosshairState } from "./crosshair";
import { projectPlace, type TrackProjection } from "./track-projection";
import { nearestIndex } from "./value-at";

type Props = { activityId: string; projection: TrackProjection };

/** Where the crosshair's moment was; stands inside the track's drawing. */
export function TrackMarker({ activityId, projection }: Props) {
  const { cursorS } = useCrosshairState();
  const { data: places } = useQuery({
    ...activityStreamsQuery(activityId, { points: 100, smoothS: 0, range: null }),
    // Only once somebody points at the chart.
    enabled: cursorS !== null,
    select: (body) => body.places,
  });
  if (cursorS === null || !places) return null;
  const at = nearestIndex(places.timeS, cursorS);
  if (at === null) return null;
  const point = projectPlace(
    projection,
    places.latitudeDeg[at] as number,
    places.longitudeDeg[at] as number,
  );
  return (
    <circle
      cx={point.x}
      cy={point.y}
      r="5"
      className="fill-surface stroke-accent"
      strokeWidth="2.4"
    />
  );
}
