/** A file by its own name, whatever folder or archive it lies in: "12.fit.gz" is "12.fit". */
export function fileKey(name: string): string {
  const last = name.split(/[/\\]| › /).at(-1) ?? "";
  return last.replace(/\.gz$/i, "").toLowerCase();
}
