import { KILOGRAMS_PER_POUND, NO_VALUE } from "./conversion";
import type { UnitSystem } from "./unit-system";

/** Kilograms as "70.5 kg" or "155.4 lb"; `null` gives a dash. */
export function formatWeight(weightKg: number | null, system: UnitSystem): string {
  if (weightKg === null || !Number.isFinite(weightKg)) return NO_VALUE;
  return system === "metric"
    ? `${weightKg.toFixed(1)} kg`
    : `${(weightKg / KILOGRAMS_PER_POUND).toFixed(1)} lb`;
}
