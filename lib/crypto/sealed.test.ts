import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { open, type Place, type SealingKey, seal, sealedBy } from "./sealed";

const KEY: SealingKey = { id: "k2", key: new Uint8Array(32).fill(2) };
const PLACE: Place = { owner: "athlete-1", column: "connections.credentials", rowId: "row-1" };
const keyOf = (id: string) => {
  if (id === KEY.id) return KEY.key;
  throw new Error("no such key");
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const bytes = fc.uint8Array({ maxLength: 300 });

describe("sealed values", () => {
  it("open to what was sealed, whatever it was", () => {
    fc.assert(
      fc.property(bytes, (plain) => {
        const sealed = seal(plain, KEY, PLACE);
        expect(sealedBy(sealed)).toBe("k2");
        expect(open(sealed, keyOf, PLACE)).toEqual(plain);
      }),
    );
  });

  it("are refused when any bit was changed", () => {
    const sealed = seal(Buffer.from("a refresh token"), KEY, PLACE);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(changed, keyOf, PLACE), `bit ${bit}`).toThrow();
    }
  });

  it("are refused when cut, grown or made up", () => {
    const sealed = seal(Buffer.from("a refresh token"), KEY, PLACE);
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(sealed.subarray(0, length), keyOf, PLACE)).toThrow();
    }
    expect(() => open(Buffer.concat([sealed, Buffer.of(0)]), keyOf, PLACE)).toThrow();
    fc.assert(
      fc.property(bytes, (made) => {
        expect(() => open(made, keyOf, PLACE)).toThrow();
      }),
    );
  });

  it("open in their own place only", () => {
    const sealed = seal(Buffer.from("token"), KEY, PLACE);
    const parts = fc.record({ owner: fc.string(), column: fc.string(), rowId: fc.string() });
    fc.assert(
      fc.property(parts, (other) => {
        expect(() => open(sealed, keyOf, { ...PLACE, owner: other.owner })).toThrow(/not used/);
        expect(() => open(sealed, keyOf, { ...PLACE, column: other.column })).toThrow(/not used/);
        expect(() => open(sealed, keyOf, { ...PLACE, rowId: other.rowId })).toThrow(/not used/);
      }),
    );
    // The parts cannot be shifted into one another.
    const shifted = { owner: "athlete-1connections.", column: "credentials", rowId: "row-1" };
    expect(() => open(sealed, keyOf, shifted)).toThrow(/not used/);
    expect(text(open(sealed, keyOf, PLACE))).toBe("token");
  });

  it("are refused by another key of the same name", () => {
    const sealed = seal(Buffer.from("token"), KEY, PLACE);
    expect(() => open(sealed, () => new Uint8Array(32), PLACE)).toThrow(/not used/);
  });

  it("never look the same twice, and never like what they hold", () => {
    const plain = Buffer.from("the very same token");
    const sealed = Array.from({ length: 200 }, () => seal(plain, KEY, PLACE));
    expect(new Set(sealed.map((one) => Buffer.from(one).toString("hex"))).size).toBe(200);
    for (const one of sealed) expect(text(one)).not.toContain("very same");
  });

  it("say nothing of what they hold when they are refused", () => {
    const sealed = seal(Buffer.from("hunter2"), KEY, PLACE);
    const other = { ...PLACE, rowId: "row-2" };
    const refused = () => open(sealed, keyOf, other);
    expect(refused).toThrow(expect.objectContaining({ code: "internal" }));
    expect(refused).not.toThrow(/hunter2|row-|athlete-1/);
  });
});
