/** What programs that copy give a file until it is whole. */
const UNFINISHED = /\.(part|partial|tmp|temp|crdownload|download|filepart)$/i;
/** What operating systems and network storage leave in folders. */
const OF_THE_SYSTEM = new Set(["@eadir", "#recycle", "$recycle.bin", "thumbs.db", "desktop.ini"]);

/** True for a name that nobody meant to import: hidden, half copied, or of the system. */
export function isLeftAlone(name: string): boolean {
  return (
    name.startsWith(".") ||
    name.startsWith("~") ||
    UNFINISHED.test(name) ||
    OF_THE_SYSTEM.has(name.toLowerCase())
  );
}
