/** Shared by the drawing and the interactive chart, so that one can replace the other without a jump. */
export const AXIS_HEIGHT_PX = 22;
/** Above each panel: half a line, so that its highest label is whole. */
export const TOP_PX = 8;
export const PANEL_GAP_PX = 14;

const FLAG_ROW_PX = 13;

/** How far down the name of the n-th flag stands: neighbours in different rows, for narrow charts. */
export function flagRowPx(index: number): number {
  return (index % 2) * FLAG_ROW_PX;
}
