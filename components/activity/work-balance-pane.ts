import { niceTicks } from "@/components/charts/nice-ticks";
import { NO_VALUE } from "@/lib/units/conversion";
import type { StreamPane } from "./stream-pane";

/** What is left of W′: full at the top, and below 0 where critical power is set too low. */
export const WORK_BALANCE_PANE: Omit<StreamPane, "name"> = {
  label: "W′ left",
  heightPx: 92,
  colour: "--sleep",
  ink: "text-sleep",
  isFilled: true,
  extent: ({ min, max }) => ({ min: Math.min(0, min), max }),
  ticks: ({ min, max }) =>
    niceTicks(min / 1000, max / 1000, 2).map((at) => ({ at: at * 1000, text: String(at) })),
  format: kilojoules,
  ofStretch: {
    label: "W′ left at its end",
    value: (stretch) => stretch.workBalanceJ ?? null,
    format: kilojoules,
  },
};

function kilojoules(value: number | null): string {
  return value === null ? `${NO_VALUE} kJ` : `${(value / 1000).toFixed(1)} kJ`;
}
