import { type PaceBasis, paceUnit } from "./pace-basis";
import { parseDuration } from "./parse-duration";
import type { UnitSystem } from "./unit-system";

/**
 * Speed (m/s) from a typed pace, "4:35" or "4:35 /km"; a written unit that contradicts
 * `system` and `basis` is refused. Null when it is no pace.
 */
export function parsePace(
  text: string,
  system: UnitSystem,
  basis: PaceBasis = "run",
): number | null {
  const unit = paceUnit(system, basis);
  const [clock = "", written] = text.trim().split(/(?=\/)/);
  if (written !== undefined && squeeze(written) !== squeeze(unit.label)) return null;
  const seconds = parseDuration(clock);
  return seconds !== null && seconds > 0 ? unit.metres / seconds : null;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, "").toLowerCase();
}
