import { createReadStream, rmSync } from "node:fs";
import { zipFiles } from "../files/archive/zip-files";
import { answerRequests } from "../files/isolated/answer-requests";
import { MAX_FILE_BYTES } from "../files/limits";
import { Refusal, type RefusalCode } from "../files/refusal";
import { type HealthParts, type HealthSource, splitHealthExport } from "./split-health-export";
import { baseName } from "./workout-draft";

export type SplitRequest = {
  readonly file: string;
  /** Where the XML is inside the archive; null when the file is the XML itself. */
  readonly entry: string | null;
  /** Tracks that came along: entries of the archive, or files, and their names. */
  readonly routes: readonly { readonly name: string; readonly at: string }[];
  /** An empty folder for the parts. */
  readonly directory: string;
};
export type SplitAnswer = HealthParts | { readonly code: RefusalCode };

let directory: string | null = null;

answerRequests<SplitRequest, SplitAnswer>(answer, () => {
  // Also when the server was killed: years of health data are not left lying about.
  if (directory !== null) rmSync(directory, { recursive: true, force: true });
});

async function answer(request: SplitRequest): Promise<SplitAnswer> {
  directory = request.directory;
  try {
    return await split(request);
  } catch (error) {
    return { code: error instanceof Refusal ? error.code : "unreadable" };
  }
}

async function split({ file, entry, routes, directory }: SplitRequest): Promise<HealthParts> {
  const byName = new Map(routes.map((route) => [baseName(route.name), route]));
  if (entry === null)
    return splitHealthExport(sourceOf(createReadStreamOf, file, byName), directory);
  const zip = await zipFiles.open(file);
  try {
    return await splitHealthExport(sourceOf(zip.read, entry, byName), directory);
  } finally {
    zip.close();
  }
}

const createReadStreamOf = (file: string): AsyncIterable<Uint8Array> => createReadStream(file);

function sourceOf(
  open: (name: string) => AsyncIterable<Uint8Array>,
  xml: string,
  routes: ReadonlyMap<string, { readonly name: string; readonly at: string }>,
): HealthSource {
  return {
    read: () => open(xml),
    async route(name) {
      const found = routes.get(name);
      const bytes = found === undefined ? null : await wholeOf(open(found.at));
      return found === undefined || bytes === null ? null : { name: found.name, bytes };
    },
  };
}

/** Null for a file that is damaged, or larger than any recording. */
async function wholeOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      parts.push(chunk);
      bytes += chunk.byteLength;
      if (bytes > MAX_FILE_BYTES) return null;
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts);
}
