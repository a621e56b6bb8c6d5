import "server-only";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { ZipFile as ZipWriter } from "yazl";
import { invalidInput } from "@/lib/errors";
import type { OpenZip, ZipEntryToWrite, ZipFiles } from "@/lib/integrations/ports";

/** Files may hold health data: for the owner alone where they are unpacked. */
const OWNER_ONLY = 0o100600;

/** Writes at the pace of whoever reads, one entry at a time. */
export const zipFiles: ZipFiles = {
  async *write(entries) {
    const zip = new ZipWriter();
    const output = zip.outputStream as Readable;
    zip.on("error", (error) => output.destroy(error as Error));
    const stop = new AbortController();
    const adding = addAll(zip, entries, stop.signal).catch((error) => output.destroy(error));
    try {
      for await (const chunk of output) yield chunk as Uint8Array;
    } finally {
      // A reader who leaves early leaves nothing waiting behind.
      stop.abort();
      await adding;
    }
  },

  async open(path) {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
      throw invalidInput("This file is not a ZIP archive, or it was cut short.");
    });
    try {
      return await opened(zip);
    } catch (error) {
      zip.close();
      throw error;
    }
  },
};

async function addAll(
  zip: ZipWriter,
  entries: AsyncIterable<ZipEntryToWrite>,
  signal: AbortSignal,
): Promise<void> {
  for await (const { name, chunks } of entries) {
    const content = Readable.from(chunks, { objectMode: false, signal });
    zip.addReadStream(content, name, { mode: OWNER_ONLY, mtime: new Date() });
    await finished(content);
  }
  zip.end();
}

async function opened(zip: ZipFile): Promise<OpenZip> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch {
    throw invalidInput("This ZIP archive is damaged or was cut short.");
  }
  return {
    names: [...entries.keys()],
    close: () => zip.close(),
    async *read(name) {
      const entry = entries.get(name);
      if (!entry) throw invalidInput(`The archive has no ${name}.`, { entry: name });
      try {
        const stream = await zip.openReadStreamPromise(entry);
        for await (const chunk of stream) yield chunk as Uint8Array;
      } catch {
        throw invalidInput(`${name} in the archive is damaged.`, { entry: name });
      }
    },
  };
}
