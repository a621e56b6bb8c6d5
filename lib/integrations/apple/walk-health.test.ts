import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { healthXml, record, workout } from "@/tests/support/health-export";
import { Refusal } from "../files/refusal";
import { walkHealth } from "./walk-health";

const START = Date.UTC(2024, 4, 3, 6) / 1000;
const XML = Buffer.from(
  healthXml(
    ...[1, 2, 3].map((i) => record("HeartRate", START + i, 60 + i, { unit: "count/min" })),
    workout("Running", START),
  ),
);

/** Each element's name with what it says of a value or a source. */
async function visited(chunks: readonly Uint8Array[]) {
  const elements: string[] = [];
  let open = 0;
  const isWhole = await walkHealth(stream(chunks), {
    open: (path, { value = "", sourceName = "" }) => {
      open += 1;
      elements.push(`${path.join("/")} ${value} ${sourceName}`);
    },
    close: () => {
      open -= 1;
    },
  });
  return { elements, isWhole, open };
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe("walkHealth", () => {
  it("gives the same however the bytes are cut, inside a character, too", async () => {
    const whole = await visited([XML]);
    expect(whole).toMatchObject({ isWhole: true, open: 0 });
    expect(whole.elements).toContain("HealthData/Record 61 Ada’s Apple\u00a0Watch");
    const bytes = Array.from({ length: XML.length }, (_, i) => XML.subarray(i, i + 1));
    expect(await visited(bytes)).toEqual(whole);
  });

  it("gives the beginning of one that is cut off anywhere, and is not whole", async () => {
    const { elements } = await visited([XML]);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: XML.length - 15 }), async (at) => {
        const cut = await visited([XML.subarray(0, at)]);
        expect(cut.isWhole).toBe(false);
        expect(cut.elements).toEqual(elements.slice(0, cut.elements.length));
      }),
    );
  });

  it("never throws but a refusal on damaged bytes", async () => {
    const flip = fc.record({ at: fc.nat({ max: XML.length - 1 }), value: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 12 }), async (flips) => {
        const bytes = Buffer.from(XML);
        for (const { at, value } of flips) bytes[at] = value;
        await visited([bytes]).catch((error) => expect(error).toBeInstanceOf(Refusal));
      }),
      { numRuns: 300 },
    );
  });
});
