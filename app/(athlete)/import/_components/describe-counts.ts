import type { ImportCounts } from "@/lib/schemas/import";

/** Files whose outcome is known, and all of them. */
export function doneOf(counts: ImportCounts): { done: number; total: number } {
  const done = counts.imported + counts.duplicate + counts.partial + counts.rejected;
  return { done, total: done + counts.waiting };
}

/** "34 imported, 5 already there, 2 refused"; only what there is. */
export function describeCounts(counts: ImportCounts): string {
  const parts = [
    [counts.imported, "imported"],
    [counts.partial, "read in part"],
    [counts.duplicate, "already there"],
    [counts.rejected, "refused"],
    [counts.waiting, "waiting"],
  ] as const;
  const said = parts.filter(([files]) => files > 0).map(([files, word]) => `${files} ${word}`);
  return said.length > 0 ? said.join(", ") : "No files";
}
