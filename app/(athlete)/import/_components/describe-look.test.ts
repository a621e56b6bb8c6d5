import { describe, expect, it } from "vitest";
import { describeLook } from "./describe-look";

describe("describeLook", () => {
  it("counts files and those that are not whole yet", () => {
    expect(describeLook({ files: 0, unfinished: 0 })).toBe("no files.");
    expect(describeLook({ files: 1, unfinished: 0 })).toBe("1 file.");
    expect(describeLook({ files: 1, unfinished: 1 })).toBe("1 file, still being written.");
    expect(describeLook({ files: 1204, unfinished: 2 })).toBe(
      "1,204 files, 2 of them still being written.",
    );
  });
});
