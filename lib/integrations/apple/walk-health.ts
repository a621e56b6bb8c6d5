import { SaxesParser } from "saxes";
import { Refusal } from "../files/refusal";

export type HealthAttributes = Readonly<Record<string, string>>;
export type HealthVisitor = {
  /** `path` ends with the element's own name. */
  open(path: readonly string[], attributes: HealthAttributes): void;
  close(path: readonly string[]): void;
};

const MAX_DEPTH = 16;
/** An element that is longer than any in an export would be held in memory whole. */
const LONGEST_PART_CHARACTERS = 1 << 22;

/**
 * Streams an export through `visitor`. False when it ends before its root element does: what
 * came before has been visited. Throws Refusal for declared entities, absurd nesting and
 * elements without end.
 */
export async function walkHealth(
  chunks: AsyncIterable<Uint8Array>,
  visitor: HealthVisitor,
): Promise<boolean> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const path: string[] = [];
  let sinceElement = 0;
  let isWhole = false;
  parser.on("doctype", (text) => {
    if (/<!ENTITY/i.test(text)) throw new Refusal("xml_entities");
  });
  // Other apps' notes bring characters that XML forbids; the records around them are sound.
  parser.on("error", () => undefined);
  parser.on("opentag", ({ name, attributes }) => {
    if (path.length >= MAX_DEPTH) throw new Refusal("xml_too_deep");
    sinceElement = 0;
    path.push(name);
    visitor.open(path, attributes);
  });
  parser.on("closetag", () => {
    sinceElement = 0;
    visitor.close(path);
    path.pop();
    isWhole = path.length === 0;
  });
  const decoder = new TextDecoder();
  for await (const chunk of untilItBreaks(chunks)) {
    const text = decoder.decode(chunk, { stream: true });
    sinceElement += text.length;
    parser.write(text);
    if (sinceElement > LONGEST_PART_CHARACTERS) throw new Refusal("xml_part_too_large");
  }
  return isWhole;
}

/** An archive that is damaged part way gives what comes before. */
async function* untilItBreaks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch {
    // The missing end tells.
  }
}
