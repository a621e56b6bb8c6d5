/**
 * Power without the impossible: spikes out, negatives to zero, coasting told from dropouts.
 * SIG-3: drop > 30 W/kg; negative is 0; no power while not pedalling is 0, while pedalling it is missing.
 * Reference: elevate's spike limit (science.md 0).
 * Valid: 1 Hz channels; with no weight known the limit is that of a 110 kg athlete.
 */
import type { Channel, QualityNote } from "./activity-types";

const MAX_WATTS_PER_KG = 30;
const HEAVY_ATHLETE_KG = 110;

export function cleanPower(
  power: Channel,
  cadence: Channel | undefined,
  weightKg: number | null,
): { channel: Channel; notes: QualityNote[] } {
  const limit = MAX_WATTS_PER_KG * (weightKg ?? HEAVY_ATHLETE_KG);
  const values = power.values.slice();
  const valid = power.valid.slice();
  let spikes = 0;
  for (let s = 0; s < values.length; s++) {
    const value = values[s] as number;
    if (valid[s] === 0) {
      if (cadence?.valid[s] === 1 && cadence.values[s] === 0) valid[s] = 1;
      else continue;
      values[s] = 0;
    } else if (value > limit) {
      valid[s] = 0;
      values[s] = 0;
      spikes++;
    } else if (value < 0) {
      values[s] = 0;
    }
  }
  const notes: QualityNote[] = [];
  if (spikes > 0) {
    notes.push({
      code: "power_spikes",
      severity: "warning",
      text: `${spikes} s of power above ${Math.round(limit)} W were left out as sensor spikes.`,
    });
  }
  return { channel: { values, valid }, notes };
}
