import "server-only";
import { readHealthJson } from "@/lib/integrations/apple/read-health-json";
import { readGarminJson } from "@/lib/integrations/garmin/read-garmin-json";
import type { FileContent, FileReader } from "@/lib/integrations/ports";
import { readStravaJson } from "@/lib/integrations/strava/read-strava-json";
import { isStravaList, readStravaList } from "./csv/read-strava-list";
import { detectFormat } from "./detect-format";
import { readFit } from "./fit/read-fit";
import { MAX_FILE_BYTES } from "./limits";
import { recordedAt } from "./recorded-at";
import { Refusal, refused } from "./refusal";
import { readXml } from "./xml/read-xml";

/** Recognises a file by its content and reads it; every bad file has an outcome, never an error. */
export const fileReader: FileReader = {
  recordedAt,
  async read(bytes) {
    if (bytes.length > MAX_FILE_BYTES) return refused("too_large");
    try {
      return await readDetected(bytes);
    } catch (error) {
      // the decoders' own errors on damaged input; there is nothing better to tell
      return refused(error instanceof Refusal ? error.code : "unreadable");
    }
  },
};

function readDetected(bytes: Uint8Array): FileContent | Promise<FileContent> {
  switch (detectFormat(bytes)) {
    case "empty":
      return refused("empty_file");
    case "fit":
      return readFit(bytes);
    case "xml":
      return readXml(bytes);
    case "json":
      return readJson(bytes);
    case "zip":
    case "gzip":
      return refused("archive_as_file");
    case "image_or_document":
      return refused("image_or_document");
    case "unknown":
      return isStravaList(bytes) ? readList(bytes) : refused("not_recognised");
  }
}

function readList(bytes: Uint8Array): FileContent {
  const list = readStravaList(bytes);
  return list === null ? refused("list_other") : { kind: "list", list };
}

function readJson(bytes: Uint8Array): FileContent {
  let payload: unknown;
  try {
    payload = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refused("json_damaged");
  }
  return (
    readHealthJson(payload) ??
    readStravaJson(payload) ??
    readGarminJson(payload) ??
    refused("json_other")
  );
}
