import { describe, expect, it } from "vitest";
import { formatBytes } from "./format-bytes";

describe("formatBytes", () => {
  it.each([
    [0, "0 bytes"],
    [812, "812 bytes"],
    [1024, "1.0 kB"],
    [150 * 1024, "150 kB"],
    [1_468_006, "1.4 MB"],
    [1024 * 1024 - 1, "1.0 MB"],
    [2 * 1024 ** 3, "2.0 GB"],
    [5000 * 1024 ** 3, "5000 GB"],
  ])("%d is %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
