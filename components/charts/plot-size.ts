/** Shared by the drawing and the interactive chart, so that one can replace the other without a jump. */
export const AXIS_HEIGHT_PX = 22;
/** Above each panel: half a line, so that its highest label is whole. */
export const TOP_PX = 8;
export const PANEL_GAP_PX = 14;
