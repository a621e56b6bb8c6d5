import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURVE_DURATIONS_S, CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";
import { decodeBests, decodeStarts, encodeCurve } from "./curve-codec";

const curve = (kind: "power" | "speed", bests: readonly number[]) => ({
  kind,
  bests: Float64Array.from(bests),
  starts: Int32Array.from(bests, (best, k) => (Number.isNaN(best) ? -1 : k * 1000)),
});

describe("the curve codec", () => {
  it("gives back what it packed, within a tenth of a watt and a millimetre a second", () => {
    const value = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(value, fc.constant(Number.NaN)), {
          maxLength: CURVE_DURATIONS_S.length,
        }),
        fc.constantFrom("power" as const, "speed" as const),
        (bests, kind) => {
          const original = curve(kind, bests);
          const packed = encodeCurve(original);
          const decoded = decodeBests(kind, packed.grid, packed.bests);
          expect(decoded).toHaveLength(bests.length);
          for (const [k, best] of bests.entries()) {
            if (Number.isNaN(best)) expect(decoded[k]).toBeNaN();
            else expect(Math.abs((decoded[k] ?? 0) - best)).toBeLessThanOrEqual(0.0501);
          }
          expect(decodeStarts(packed.starts)).toEqual(original.starts);
        },
      ),
    );
  });

  it("keeps a value that does not fit as none, not as another", () => {
    const packed = encodeCurve(curve("speed", [70, 12.345]));
    const [tooFast, exact] = decodeBests("speed", packed.grid, packed.bests);
    expect(tooFast).toBeNaN();
    expect(exact).toBe(12.345);
    expect(decodeStarts(packed.starts)[0]).toBe(-1);
  });

  it("reads from the middle of a larger buffer, as drivers give it", () => {
    const { bests, grid } = encodeCurve(curve("power", [214.3, 200]));
    const larger = new Uint8Array(bests.length + 3);
    larger.set(bests, 3);
    expect([...decodeBests("power", grid, larger.subarray(3))]).toEqual([214.3, 200]);
  });

  it("refuses another grid; a grid's durations never change under its name", () => {
    expect(() => decodeBests("power", "grid-0", new Uint8Array(2))).toThrow(/grid-0/);
    const durations = createHash("sha256").update(CURVE_DURATIONS_S.join()).digest("hex");
    expect([CURVE_GRID, durations.slice(0, 16)]).toEqual(["grid-1", "c7f43676ddbdf8c4"]);
  });
});
