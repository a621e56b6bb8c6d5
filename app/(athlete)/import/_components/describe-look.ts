type Look = { readonly files: number; readonly unfinished: number };

/** "1,204 files, 2 of them still being written." */
export function describeLook({ files, unfinished }: Look): string {
  if (files === 0) return "no files.";
  const all = `${files.toLocaleString("en-GB")} ${files === 1 ? "file" : "files"}`;
  if (unfinished === 0) return `${all}.`;
  const still = files === 1 ? "still being written" : `${unfinished} of them still being written`;
  return `${all}, ${still}.`;
}
