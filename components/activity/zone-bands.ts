import type { Extent } from "@/lib/training/activity/channel-extent";

/** A zone's strip in a pane, in pixels from the top. */
export type ZoneBand = { readonly zone: number; readonly top: number; readonly bottom: number };
export type ZoneLabel = { readonly text: string; readonly middle: number };

/** A number needs that much height for itself. */
const LABEL_PX = 12;

/** The zones that show, lowest first; none without boundaries. */
export function zoneBands(
  boundaries: readonly number[],
  shown: Extent,
  heightPx: number,
): ZoneBand[] {
  if (boundaries.length === 0) return [];
  const edges = [Number.NEGATIVE_INFINITY, ...boundaries, Number.POSITIVE_INFINITY];
  const toPx = (value: number) =>
    Math.round(((shown.max - value) / (shown.max - shown.min)) * heightPx * 10) / 10;
  return edges.slice(1).flatMap((edge, i) => {
    const low = Math.max(shown.min, edges[i] as number);
    const high = Math.min(shown.max, edge);
    return high > low ? [{ zone: i + 1, top: toPx(high), bottom: toPx(low) }] : [];
  });
}

/** A number for each zone; zones too thin for one of their own share it, "3–5". */
export function zoneLabels(bands: readonly ZoneBand[]): ZoneLabel[] {
  const labels: ZoneLabel[] = [];
  let group: ZoneBand[] = [];
  for (const [i, band] of bands.entries()) {
    group.push(band);
    const first = group[0] as ZoneBand;
    const next = bands[i + 1];
    const isThin = band.bottom - band.top < LABEL_PX;
    const nextIsThin = next !== undefined && next.bottom - next.top < LABEL_PX;
    if (isThin && nextIsThin) continue;
    if (first.bottom - band.top >= LABEL_PX * 0.8) {
      const text = first === band ? `Z${band.zone}` : `${first.zone}–${band.zone}`;
      labels.push({ text, middle: (first.bottom + band.top) / 2 });
    }
    group = [];
  }
  return labels;
}
