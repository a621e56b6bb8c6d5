import { METRES_PER_FOOT } from "./conversion";
import type { UnitSystem } from "./unit-system";

/** Depth (m) as "17.6 m" or "58 ft": to what a dive computer shows. */
export function formatDepth(depthM: number, system: UnitSystem): string {
  return system === "metric"
    ? `${depthM.toFixed(1)} m`
    : `${Math.round(depthM / METRES_PER_FOOT)} ft`;
}
