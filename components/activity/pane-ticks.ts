import { niceTicks } from "@/components/charts/nice-ticks";
import type { Extent } from "@/lib/training/activity/channel-extent";
import type { Sport } from "@/lib/training/activity/sports";
import { METRES_PER_MILE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { paceBasis, paceUnit } from "@/lib/units/pace-basis";
import type { UnitSystem } from "@/lib/units/unit-system";

export type PaneTick = { readonly at: number; readonly text: string };

/** Round values of a unit that is `size` of ours, e.g. feet on an axis of metres. */
export function scaledTicks({ min, max }: Extent, count: number, size: number): PaneTick[] {
  return niceTicks(min / size, max / size, count).map((at) => ({
    at: at * size,
    text: String(Math.round(at)),
  }));
}

/** One km/h or mph in m/s. */
export function speedUnit(units: UnitSystem): number {
  return (units === "metric" ? 1000 : METRES_PER_MILE) / 3600;
}

const PACE_STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600];

/** Round paces, which lie unevenly on an axis of speed. */
export function paceTicks({ min, max }: Extent, sport: Sport, units: UnitSystem): PaneTick[] {
  if (!(max > 0 && min > 0)) return [];
  const { metres } = paceUnit(units, paceBasis(sport));
  const [fastest, slowest] = [metres / max, metres / min];
  const step = PACE_STEPS_S.find((one) => (slowest - fastest) / one <= 6) ?? 1200;
  const ticks: PaneTick[] = [];
  // From fast to slow, at least a fifth of the axis apart: the slow end is crowded.
  for (let pace = Math.ceil(fastest / step) * step; pace <= slowest; pace += step) {
    const at = metres / pace;
    const last = ticks.at(-1);
    if (last === undefined || last.at - at >= (max - min) / 5) {
      ticks.push({ at, text: formatDuration(pace) });
    }
  }
  return ticks.reverse();
}
