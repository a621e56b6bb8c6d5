import { describe, expect, it } from "vitest";
import { heartRateRecovery } from "./heart-rate-recovery";

const channel = (values: readonly (number | null)[]) => ({
  values: Float64Array.from(values, (value) => value ?? 0),
  valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
});
const held = (bpm: number, seconds: number) => Array<number>(seconds).fill(bpm);

describe("heartRateRecovery", () => {
  it("finds the fall after the hardest effort", () => {
    const recovery = heartRateRecovery(
      channel([...held(140, 120), ...held(110, 120), ...held(180, 120), ...held(142, 120)]),
    );
    expect(recovery?.fallBpm).toBe(38);
    expect(recovery?.fromBpm).toBe(180);
    expect(recovery?.startS).toBeGreaterThanOrEqual(300);
  });

  it("has no value when the heart did not calm down or an end is missing", () => {
    expect(heartRateRecovery(channel(held(150, 300)))).toBeNull();
    expect(heartRateRecovery(channel(held(150, 60)))).toBeNull();
    expect(heartRateRecovery(channel([...held(170, 60), ...Array(120).fill(null)]))).toBeNull();
    expect(heartRateRecovery(channel([]))).toBeNull();
  });
});
