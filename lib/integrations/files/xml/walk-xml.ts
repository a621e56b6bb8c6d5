import { SaxesParser } from "saxes";
import { Refusal } from "../refusal";

export type XmlHandler = {
  /** `path` ends with the element's own name; names are without prefix. */
  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void;
  close(path: readonly string[], text: string): void;
};

const MAX_DEPTH = 64;
const CHUNK_CHARACTERS = 1 << 16;
const MAX_TEXT_CHARACTERS = 1 << 16;

/**
 * Streams a document through `handler`. False when it stops being well-formed: what came
 * before has been handled. Throws Refusal for a document type (the door to entity
 * bombs, and no training file has one) and for absurd nesting.
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): boolean {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const path: string[] = [];
  let text = "";
  let damage: Error | null = null;
  parser.on("doctype", () => {
    throw new Refusal("xml_doctype");
  });
  parser.on("error", (error) => {
    damage ??= error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (path.length >= MAX_DEPTH) throw new Refusal("xml_too_deep");
    path.push(localName(name));
    text = "";
    handler.open(path, attributes);
  });
  const addText = (part: string) => {
    if (text.length + part.length <= MAX_TEXT_CHARACTERS) text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    handler.close(path, text.trim());
    path.pop();
    text = "";
  });
  const content = decodeXmlText(bytes);
  for (let at = 0; at < content.length && damage === null; at += CHUNK_CHARACTERS) {
    parser.write(content.slice(at, at + CHUNK_CHARACTERS));
  }
  if (damage === null) parser.close();
  return damage === null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** By byte order mark, else by the declared encoding, else UTF-8. */
function decodeXmlText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^[^>]*\bencoding=["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? "utf-8";
  // some exporters put blank lines before the declaration, which XML forbids
  return decoderFor(declared).decode(bytes).trimStart();
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
