import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";
import { storableJson } from "./storable-json";

it("replaces what a jsonb column refuses, and nothing else", () => {
  expect(storableJson({ a: ["x\0y", "\ud83d\ude00", "\ud83d"], b: "\\u0000" })).toEqual({
    a: ["x\ufffdy", "\ud83d\ude00", "\ufffd"],
    b: "\\u0000",
  });
  expect(storableJson(undefined)).toBeNull();
  expect(storableJson(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
});

it("writes canonical JSON: the same value, keys sorted, no spaces", () => {
  expect(canonicalJson({ b: [1, null, { d: "\n", c: 1e21 }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,null,{"c":1e+21,"d":"\\n"}]}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
