/** Shared by the drawing and the interactive chart, so that one can replace the other without a jump. */
export const AXIS_HEIGHT_PX = 22;
export const PANEL_GAP_PX = 14;
