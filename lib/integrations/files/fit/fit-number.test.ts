import { describe, expect, it } from "vitest";
import { fitNumberReader } from "./fit-number";

const bytes = (...values: number[]) => new DataView(Uint8Array.from(values).buffer);

describe("one number of a FIT message", () => {
  it.each([
    ["sint8", 0x01, [0xfe], -2],
    ["uint8", 0x02, [0xfe], 254],
    ["sint16", 0x83, [0xfe, 0xff], -2],
    ["uint16", 0x84, [0x34, 0x12], 0x1234],
    ["sint32", 0x85, [0xfe, 0xff, 0xff, 0xff], -2],
    ["uint32", 0x86, [0x78, 0x56, 0x34, 0x12], 0x12345678],
    ["float32", 0x88, [0, 0, 0xc0, 0x3f], 1.5],
    ["float64", 0x89, [0, 0, 0, 0, 0, 0, 0xf8, 0x3f], 1.5],
    ["uint16z", 0x8b, [0xff, 0xff], 65_535],
  ])("is read as %s", (_name, type, given, value) => {
    expect(fitNumberReader(type, given.length)?.(bytes(...given), 0, true)).toBe(value);
  });

  it("follows the definition's byte order", () => {
    expect(fitNumberReader(0x84, 2)?.(bytes(0x12, 0x34), 0, false)).toBe(0x1234);
  });

  it.each([
    ["sint8", 0x01, [0x7f]],
    ["uint8", 0x02, [0xff]],
    ["uint16", 0x84, [0xff, 0xff]],
    ["sint32", 0x85, [0xff, 0xff, 0xff, 0x7f]],
    ["uint32", 0x86, [0xff, 0xff, 0xff, 0xff]],
    ["float32", 0x88, [0xff, 0xff, 0xff, 0xff]],
    ["uint8z", 0x0a, [0]],
    ["uint32z", 0x8c, [0, 0, 0, 0]],
  ])("is missing where %s says none", (_name, type, given) => {
    expect(fitNumberReader(type, given.length)?.(bytes(...given), 0, true)).toBeNaN();
  });

  it("is not what holds several, text, or a type that JavaScript's numbers cannot hold", () => {
    for (const [type, size] of [
      [0x84, 4],
      [0x02, 3],
      [0x07, 1],
      [0x0d, 1],
      [0x8f, 8],
      [0x84, 1],
    ]) {
      expect(fitNumberReader(type as number, size as number)).toBeNull();
    }
  });
});
