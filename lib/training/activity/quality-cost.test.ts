import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { qualityCost } from "./quality-cost";

const LIB = path.resolve(import.meta.dirname, "../..");

/** The codes of all notes that reading and analysing can make, as the source names them. */
function codesInSource(): string[] {
  const files = [...sourcesIn("training/activity"), ...sourcesIn("integrations/files")];
  const codes = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/code: "(\w+)",\n\s*severity/g)].map(
      ([, code]) => code,
    ),
  );
  return codes.filter((code) => code !== undefined);
}

function sourcesIn(folder: string): string[] {
  const root = path.join(LIB, folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => path.join(root, file));
}

it("knows what every finding costs", () => {
  const codes = [...codesInSource(), "no_heart_rate", "no_power", "heart_rate_gaps", "power_gaps"];
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => qualityCost(code) === null)).toEqual([]);
});

it("says nothing of a code that it does not know", () => {
  expect(qualityCost("from_a_newer_version")).toBeNull();
});
