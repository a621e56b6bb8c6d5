import { NO_VALUE } from "./conversion";
import { formatDuration } from "./format-duration";
import { type PaceBasis, paceUnit } from "./pace-basis";
import type { UnitSystem } from "./unit-system";

/** Speed (m/s) as a pace, "4:35 /km" or "1:42 /100 m". Standing still and `null` give a dash. */
export function formatPace(
  speedMps: number | null,
  system: UnitSystem,
  basis: PaceBasis = "run",
): string {
  if (speedMps === null || !(speedMps > 0) || !Number.isFinite(speedMps)) return NO_VALUE;
  const unit = paceUnit(system, basis);
  return `${formatDuration(unit.metres / speedMps)} ${unit.label}`;
}
