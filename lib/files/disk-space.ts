import { statfs } from "node:fs/promises";

export type DiskSpace = { readonly freeBytes: number; readonly totalBytes: number };

/** Of the disk that holds `folder`, for somebody who is not root; null where it cannot be told. */
export async function diskSpace(folder: string): Promise<DiskSpace | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}
