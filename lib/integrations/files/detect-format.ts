import { isFitAt } from "./fit/project-fit";

export type FileFormat =
  | "empty"
  | "fit"
  | "xml"
  | "json"
  | "zip"
  | "gzip"
  | "image_or_document"
  | "unknown";

const SIGNATURES: readonly [FileFormat, readonly number[]][] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["gzip", [0x1f, 0x8b]],
  ["image_or_document", [0x25, 0x50, 0x44, 0x46]],
  ["image_or_document", [0x89, 0x50, 0x4e, 0x47]],
  ["image_or_document", [0xff, 0xd8, 0xff]],
  ["image_or_document", [0x47, 0x49, 0x46, 0x38]],
  ["xml", [0xff, 0xfe]],
  ["xml", [0xfe, 0xff]],
];
const WHITESPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** What the first bytes say a file is; its name plays no part. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return "empty";
  if (isFitAt(bytes, 0)) return "fit";
  const signed = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  return signed ? signed[0] : textFormat(bytes);
}

function textFormat(bytes: Uint8Array): FileFormat {
  let at = startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0;
  while (WHITESPACE.has(bytes[at] ?? -1)) at += 1;
  const first = String.fromCharCode(bytes[at] ?? 0);
  if (first === "<") return "xml";
  const isNull = startsWith(bytes.subarray(at), [0x6e, 0x75, 0x6c, 0x6c]);
  return first === "{" || first === "[" || isNull ? "json" : "unknown";
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
