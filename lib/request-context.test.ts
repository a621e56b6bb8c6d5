import { describe, expect, it } from "vitest";
import { currentRequestContext, requestIdFrom, withRequestContext } from "./request-context";

describe("requestIdFrom", () => {
  it("keeps a well-formed id", () => {
    expect(requestIdFrom("abc-DEF_12345")).toBe("abc-DEF_12345");
  });
  it.each([
    null,
    undefined,
    "",
    "short",
    "x".repeat(65),
    "a b c d e f",
    'id"\n{"level":1}',
    "é".repeat(9),
  ])("makes a new one instead of %j", (received) => {
    expect(requestIdFrom(received)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("withRequestContext", () => {
  it("holds across awaits and ends with the work", async () => {
    const seen = await withRequestContext({ requestId: "request-1" }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return currentRequestContext();
    });
    expect(seen).toEqual({ requestId: "request-1" });
    expect(currentRequestContext()).toBeUndefined();
  });
});
