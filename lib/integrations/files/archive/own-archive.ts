import { openPromise } from "yauzl";
import { MAX_ARCHIVE_ENTRIES } from "../limits";

export const OWN_MANIFEST = "manifest.json";
const FORMAT = /"format"\s*:\s*"formline-archive"/;

/** True for an athlete's archive that Formline exported, by what its manifest begins with. */
export async function isOwnArchive(filePath: string): Promise<boolean> {
  try {
    const zip = await openPromise(filePath, { lazyEntries: true, autoClose: false });
    try {
      if (zip.entryCount > MAX_ARCHIVE_ENTRIES) return false;
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName !== OWN_MANIFEST) continue;
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          return FORMAT.test(String(chunk));
        }
      }
      return false;
    } finally {
      zip.close();
    }
  } catch {
    // Damage is told by whoever reads the entries.
    return false;
  }
}

/** Rows and tables of such an archive, which are no recordings. */
export function isOwnData(name: string): boolean {
  return name.startsWith("data/") || name.startsWith("csv/");
}
