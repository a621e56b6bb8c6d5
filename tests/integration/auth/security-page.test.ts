import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const rows = readFileSync(path.join(ROOT, "docs/security.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (control|-+) /.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

const files = (cell: string | undefined) =>
  [...(cell ?? "").matchAll(/`([^`]+)`/g)].map((m) => m[1]);

describe("docs/security.md", () => {
  it("has its table of controls", () => {
    expect(rows.length).toBeGreaterThan(30);
  });

  it.each(rows.map(([, control, where, test]) => ({ control, where, test })))(
    "names files that exist, and a test: $control",
    ({ where, test }) => {
      expect(files(where)).not.toHaveLength(0);
      expect(files(test)).not.toHaveLength(0);
      for (const file of [...files(where), ...files(test)]) {
        expect(existsSync(path.join(ROOT, file ?? "")), file).toBe(true);
      }
      for (const file of files(test)) expect(file).toMatch(/\.test\.ts$/);
    },
  );
});
