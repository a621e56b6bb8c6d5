import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../../../shared/samples");

/** Real device files and recorded answers; they are never part of the repository. */
export const samples = {
  names(folder: string): string[] {
    return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(path.join(ROOT, folder), path.join(entry.parentPath, entry.name)),
      )
      .sort();
  },
  read(name: string): Uint8Array {
    return readFileSync(path.join(ROOT, name));
  },
  pathOf(name: string): string {
    return path.join(ROOT, name);
  },
};

/** `describe`, or a skip that says on the terminal what was not tested and why. */
export function describeWithSamples(folder: string, title: string, body: () => void): void {
  if (existsSync(path.join(ROOT, folder))) {
    describe(title, () => body());
    return;
  }
  const reason = `the real samples are absent (../shared/samples/${folder})`;
  process.stdout.write(`SKIPPED "${title}": ${reason}.\n`);
  // The body lists the files that it tests, so it is not even looked at.
  describe.skip(title, () => it(reason, () => undefined));
}
