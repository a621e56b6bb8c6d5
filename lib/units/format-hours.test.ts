import { describe, expect, it } from "vitest";
import { formatHours } from "./format-hours";
import { formatLoad } from "./format-load";
import { formatSigned } from "./format-signed";

describe("formatHours", () => {
  it("says hours and minutes as people do, in one piece", () => {
    expect(formatHours(28_200)).toBe("7\u00a0h\u00a050");
    expect(formatHours(28_800)).toBe("8\u00a0h");
    expect(formatHours(18_300)).toBe("5\u00a0h\u00a005");
    expect(formatHours(2_700)).toBe("45\u00a0min");
    expect(formatHours(0)).toBe("0\u00a0min");
  });
  it("carries a rounded-up hour and a sign", () => {
    expect(formatHours(3_599)).toBe("1\u00a0h");
    expect(formatHours(-5_400)).toBe("−1\u00a0h\u00a030");
    expect(formatHours(-10)).toBe("0\u00a0min");
  });
  it("has no value for what was not measured", () => {
    expect(formatHours(null)).toBe("–");
    expect(formatHours(Number.NaN)).toBe("–");
  });
});

describe("formatLoad and formatSigned", () => {
  it("show whole numbers, never a negative zero", () => {
    expect(formatLoad(47.6)).toBe("48");
    expect(formatLoad(-0.2)).toBe("0");
    expect(formatLoad(null)).toBe("–");
    expect(formatSigned(6.4)).toBe("+6");
    expect(formatSigned(-7)).toBe("−7");
    expect(formatSigned(-0.3)).toBe("0");
    expect(formatSigned(null)).toBe("–");
  });
});
