"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCcw, X, ZoomIn, ZoomOut } from "lucide";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { activityStreamsQuery } from "@/lib/queries/activities";
import type { RangeAverages } from "@/lib/training/activity/range-averages";
import type { Sport } from "@/lib/training/activity/sports";
import { cadenceFactor, cadenceUnit } from "@/lib/units/cadence";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import { formatElevation } from "@/lib/units/format-elevation";
import type { UnitSystem } from "@/lib/units/unit-system";
import { type TimeRange, useCrosshair, useCrosshairState } from "./crosshair";
import type { ZoomStep } from "./crosshair-keys";
import { formatSportSpeed, isPaceSport } from "./format-sport-speed";
import { LeaveOutButton } from "./leave-out-button";
import { SelectionFields } from "./selection-fields";

type Props = {
  activityId: string;
  sport: Sport;
  units: UnitSystem;
  lengthS: number;
  isZoomed: boolean;
  onZoom: (step: ZoomStep) => void;
};

const SETTLE_MS = 200;

/** The button way to everything that dragging does, and what the selected stretch was like. */
export function SelectionBar(props: Props) {
  const { activityId, sport, units, lengthS, isZoomed, onZoom } = props;
  const { selection } = useCrosshairState();
  const crosshair = useCrosshair();
  const settled = useSettled(selection);
  const averages = useQuery({
    ...activityStreamsQuery(activityId, { points: 100, smoothS: 0, range: settled }),
    enabled: settled !== null,
  });
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3">
      <SelectionFields
        selection={selection}
        lengthS={lengthS}
        onSelect={(range) => crosshair.set({ selection: range })}
      />
      <div className="flex flex-wrap items-center gap-1">
        <IconButton label="Zoom in" onClick={() => onZoom("in")}>
          <Icon of={ZoomIn} />
        </IconButton>
        <IconButton label="Zoom out" aria-disabled={!isZoomed} onClick={() => onZoom("out")}>
          <Icon of={ZoomOut} />
        </IconButton>
        {isZoomed ? (
          <Button size="sm" variant="ghost" onClick={() => onZoom("all")}>
            <Icon of={RotateCcw} />
            Whole activity
          </Button>
        ) : null}
        {selection === null ? null : (
          <Button size="sm" variant="ghost" onClick={() => crosshair.set({ selection: null })}>
            <Icon of={X} />
            Clear selection
          </Button>
        )}
        {selection === null ? null : (
          <LeaveOutButton
            activityId={activityId}
            selection={selection}
            onKept={() => crosshair.set({ selection: null })}
          />
        )}
      </div>
      <output className="min-h-[18px] basis-full text-sm tabular-nums">
        {selection === null ? (
          <span className="text-faint">
            Drag over the chart, type a stretch or pick a lap to see its averages.
          </span>
        ) : averages.data === undefined || averages.isPlaceholderData ? (
          <span className="text-faint">
            {averages.isError ? averages.error.message : "Averaging…"}
          </span>
        ) : (
          <Averages averages={averages.data.averages} sport={sport} units={units} />
        )}
      </output>
    </div>
  );
}

type AveragesProps = { averages: RangeAverages; sport: Sport; units: UnitSystem };

function Averages({ averages, sport, units }: AveragesProps) {
  const place = sport === "swimming" ? "pool" : "land";
  const { distanceM, powerW, cadenceRpm, altitudeChangeM } = averages;
  const facts: readonly (readonly [label: string, text: string | null])[] = [
    ["Time", formatDuration(averages.toS - averages.fromS)],
    ["Distance", distanceM === null ? null : formatDistance(distanceM, units, place)],
    ["Power", powerW === null ? null : `${Math.round(powerW)} W`],
    ["Heart rate", heartRate(averages)],
    [isPaceSport(sport) ? "Pace" : "Speed", speed(averages, sport, units)],
    ["Cadence", cadenceRpm === null ? null : cadence(cadenceRpm, sport)],
    ["Altitude", altitudeChangeM === null ? null : climb(altitudeChangeM, units)],
  ];
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1">
      {facts.map(([label, text]) =>
        text === null ? null : (
          <div key={label} className="flex gap-1.5">
            <dt className="text-muted">{label}</dt>
            <dd className="font-semibold">{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function heartRate({ heartRateBpm, maxHeartRateBpm }: RangeAverages): string | null {
  if (heartRateBpm === null) return null;
  const max = maxHeartRateBpm === null ? "" : ` (max ${Math.round(maxHeartRateBpm)})`;
  return `${Math.round(heartRateBpm)} bpm${max}`;
}

function speed({ speedMps }: RangeAverages, sport: Sport, units: UnitSystem): string | null {
  return speedMps === null || speedMps === 0 ? null : formatSportSpeed(speedMps, sport, units);
}

function cadence(cadenceRpm: number, sport: Sport): string {
  return `${Math.round(cadenceRpm * cadenceFactor(sport))} ${cadenceUnit(sport)}`;
}

function climb(changeM: number, units: UnitSystem): string {
  const text = formatElevation(Math.abs(changeM), units);
  return changeM < 0 ? `−${text}` : `+${text}`;
}

/** The selection, once it has stopped moving. */
function useSettled(selection: TimeRange | null): TimeRange | null {
  const [settled, setSettled] = useState(selection);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(selection), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [selection]);
  return settled;
}
