import type { StreamsView } from "@/lib/queries/activities";

/** About one a pixel of the widest chart. */
export const CHART_POINTS = 800;
/** Past this an activity's raw seconds are a thicket at page width. */
const CALM_FROM_S = 1800;

/** What the streams chart shows first, so that the server can draw it. */
export function defaultView(lengthS: number): StreamsView {
  return { points: CHART_POINTS, smoothS: lengthS > CALM_FROM_S ? 10 : 0, range: null };
}
