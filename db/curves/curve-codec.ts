import type { ActivityCurve, CurveKind } from "@/lib/training/capacity/activity-curves";
import { CURVE_DURATIONS_S, CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";

export type EncodedCurve = {
  readonly kind: CurveKind;
  /** Name and version of the durations, for `decodeBests`. */
  readonly grid: string;
  readonly bests: Uint8Array;
  readonly starts: Uint8Array;
};

/** What a value is rounded to; two bytes hold up to 6553 W, 655 bpm and 65 m/s. */
const QUANTUM: Readonly<Record<CurveKind, number>> = {
  power: 0.1,
  heart_rate: 0.01,
  speed: 0.001,
  graded_speed: 0.001,
  power_after_10: 0.1,
  power_after_20: 0.1,
  power_after_30: 0.1,
  power_after_40: 0.1,
  power_after_50: 0.1,
};
const NONE = 0xffff;
const NO_START = 0xffff_ffff;

/** Packs a curve in six bytes a point: little-endian, two for the best and four for its start. */
export function encodeCurve({ kind, bests, starts }: ActivityCurve): EncodedCurve {
  const packed = new DataView(new ArrayBuffer(bests.length * 2));
  const seconds = new DataView(new ArrayBuffer(bests.length * 4));
  for (const [k, best] of bests.entries()) {
    const quantized = Math.round(best / QUANTUM[kind]);
    const fits = quantized >= 0 && quantized < NONE;
    packed.setUint16(k * 2, fits ? quantized : NONE, true);
    const start = starts[k] ?? -1;
    seconds.setUint32(k * 4, fits && start >= 0 ? start : NO_START, true);
  }
  return {
    kind,
    grid: CURVE_GRID,
    bests: new Uint8Array(packed.buffer),
    starts: new Uint8Array(seconds.buffer),
  };
}

/** The bests that `encodeCurve` packed, NaN where there is none. Throws on another grid. */
export function decodeBests(kind: CurveKind, grid: string, packed: Uint8Array): Float64Array {
  if (grid !== CURVE_GRID) throw new RangeError(`Unknown grid of durations: ${grid}`);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const knots = Math.min(packed.byteLength >> 1, CURVE_DURATIONS_S.length);
  // A division by the inverse gives back 214.3 where a product would give 214.30000000000001.
  const perUnit = Math.round(1 / QUANTUM[kind]);
  const bests = new Float64Array(knots);
  for (let k = 0; k < knots; k++) {
    const quantized = view.getUint16(k * 2, true);
    bests[k] = quantized === NONE ? Number.NaN : quantized / perUnit;
  }
  return bests;
}

/** Seconds at which the bests start; -1 where there is none. */
export function decodeStarts(packed: Uint8Array): Int32Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const starts = new Int32Array(packed.byteLength >> 2);
  for (let k = 0; k < starts.length; k++) {
    const start = view.getUint32(k * 4, true);
    starts[k] = start === NO_START ? -1 : start;
  }
  return starts;
}
