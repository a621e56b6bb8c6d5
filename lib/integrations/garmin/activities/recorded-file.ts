import "server-only";
import { buffer } from "node:stream/consumers";
import { fromBufferPromise, type ZipFile } from "yauzl";
import { refusalOf } from "@/lib/integrations/files/archive/zip-entry";
import { detectFormat } from "@/lib/integrations/files/detect-format";

/** Of one activity there is one file, and at most a few beside it. */
const MOST_ENTRIES = 50;

export type RecordedFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * What was recorded, out of Garmin's download: a ZIP with a FIT file in it, or with the GPX or
 * TCX that was once imported, or the file itself. Null when there is none; "unreadable" when
 * it is something else, or damaged.
 */
export async function recordedFile(
  activityId: string,
  bytes: Uint8Array,
): Promise<RecordedFile | null | "unreadable"> {
  if (bytes.length === 0) return null;
  if (detectFormat(bytes) !== "zip") return named(activityId, bytes) ?? "unreadable";
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    return await firstRecording(activityId, zip);
  } catch {
    return "unreadable";
  }
}

async function firstRecording(activityId: string, zip: ZipFile): Promise<RecordedFile | null> {
  if (zip.entryCount > MOST_ENTRIES) throw new RangeError("Too many entries.");
  let track: RecordedFile | null = null;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/") || refusalOf(entry) !== null) continue;
    const file = named(activityId, await buffer(await zip.openReadStreamPromise(entry)));
    if (file?.name.endsWith(".fit")) return file;
    track ??= file;
  }
  return track;
}

/** By its content: the name in the ZIP is not ours to trust. */
function named(activityId: string, bytes: Uint8Array): RecordedFile | null {
  const format = detectFormat(bytes);
  if (format === "fit") return { name: `garmin-${activityId}.fit`, bytes };
  if (format !== "xml") return null;
  const head = new TextDecoder().decode(bytes.subarray(0, 2000));
  if (head.includes("<gpx")) return { name: `garmin-${activityId}.gpx`, bytes };
  if (head.includes("<TrainingCenterDatabase")) return { name: `garmin-${activityId}.tcx`, bytes };
  return null;
}
