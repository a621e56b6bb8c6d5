import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import versions from "./versions.json";

const FOLDER = path.join(process.cwd(), "lib", "assistant", "prompts");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
/** Of each file the text of every version, the first one first. */
const known: Readonly<Record<string, readonly string[]>> = versions;

it("knows every prompt, and no other", () => {
  expect(Object.keys(versions)).toEqual(files.toSorted());
});

it.each(files)("has a new version of %s with every change of its text", (file) => {
  const [, version, text = ""] =
    /^---\nversion: (\d+)\n---\n([\s\S]*)$/.exec(readFileSync(path.join(FOLDER, file), "utf8")) ??
    [];
  const sha = createHash("sha256").update(text.trim()).digest("hex").slice(0, 16);
  const told = known[file] ?? [];
  expect(
    told.at(-1),
    `${file} has changed: raise its version to ${told.length + 1}, and add "${sha}" to versions.json`,
  ).toBe(sha);
  expect(Number(version)).toBe(told.length);
  expect(new Set(told).size).toBe(told.length);
});
