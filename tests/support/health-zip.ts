import { Readable } from "node:stream";
import { zipFiles } from "@/lib/integrations/files/archive/zip-files";

/** A ZIP as the phone makes it, streamed: contents may be texts or endless. */
export function healthZip(
  entries: Readonly<Record<string, string | Iterable<string>>>,
): AsyncGenerator<Uint8Array> {
  async function* given() {
    for (const [name, content] of Object.entries(entries)) {
      const texts = typeof content === "string" ? [content] : content;
      yield { name, chunks: Readable.from(bytesOf(texts)) as AsyncIterable<Uint8Array> };
    }
  }
  return zipFiles.write(given());
}

function* bytesOf(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
