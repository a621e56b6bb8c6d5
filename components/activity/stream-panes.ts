import { STREAM_NAMES, type StreamName } from "@/lib/schemas/activity";
import type { TimeInZone } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import type { UnitSystem } from "@/lib/units/unit-system";
import { PANES } from "./pane-definitions";
import type { StreamPane } from "./stream-pane";

export type ZoneBoundaries = { readonly [Name in StreamName]?: readonly number[] };

/** Room for the pane's name above the highest value. */
export const PANE_PAD_TOP_PX = 14;
export const PANE_GAP_PX = 10;
export const AXIS_WIDTH_PX = 46;
/** Right of the plot, where the zones have their numbers. */
export const AXIS_RIGHT_PX = 24;
/** Room for the lowest tick's figures. */
export const PANE_PAD_BOTTOM_PX = 6;

/** The panes for the recorded streams, in their fixed order. */
export function streamPanes(
  names: readonly StreamName[],
  sport: Sport,
  units: UnitSystem,
): StreamPane[] {
  return STREAM_NAMES.filter((name) => names.includes(name)).map((name) => ({
    name,
    ...PANES[name](sport, units),
  }));
}

/** The height of the lines themselves. */
export function plotHeightPx(pane: Pick<StreamPane, "heightPx">): number {
  return pane.heightPx - PANE_PAD_TOP_PX - PANE_PAD_BOTTOM_PX;
}

/** Zone boundaries by stream; pace zones are in speed already. */
export function zoneBoundaries(timeInZone: {
  readonly heartRate?: TimeInZone;
  readonly power?: TimeInZone;
}): ZoneBoundaries {
  return {
    ...(timeInZone.power ? { powerW: timeInZone.power.boundaries } : {}),
    ...(timeInZone.heartRate ? { heartRateBpm: timeInZone.heartRate.boundaries } : {}),
  };
}
