import { describe, expect, it } from "vitest";
import { LARGEST_ARCHIVE_BYTES, LARGEST_FILE_BYTES, refusalBeforeUpload } from "./upload-limits";

describe("refusalBeforeUpload", () => {
  it("lets a file of exactly the limit through and refuses one byte more", () => {
    expect(refusalBeforeUpload({ name: "ride.fit", size: LARGEST_FILE_BYTES })).toBeNull();
    expect(refusalBeforeUpload({ name: "ride.fit", size: LARGEST_FILE_BYTES + 1 })).toMatch(
      /50 MB/,
    );
  });
  it("gives archives the larger limit, whatever the case of the ending", () => {
    expect(refusalBeforeUpload({ name: "all.ZIP", size: LARGEST_FILE_BYTES + 1 })).toBeNull();
    expect(refusalBeforeUpload({ name: "all.zip", size: LARGEST_ARCHIVE_BYTES + 1 })).toMatch(
      /2 GB/,
    );
  });
  it("lets years of records in one XML through, as an unpacked Apple Health export has them", () => {
    const size = LARGEST_FILE_BYTES * 20;
    expect(refusalBeforeUpload({ name: "exportar.XML", size })).toBeNull();
    expect(refusalBeforeUpload({ name: "ride.gpx", size })).toMatch(/50 MB/);
  });
  it("leaves an empty file to the server, which writes it into the ledger", () => {
    expect(refusalBeforeUpload({ name: "empty.fit", size: 0 })).toBeNull();
  });
});
