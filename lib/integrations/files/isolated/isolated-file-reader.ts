import "server-only";
import path from "node:path";
import type { FileContent, FileReader } from "@/lib/integrations/ports";
import { MAX_FILE_BYTES } from "../limits";
import { recordedAt } from "../recorded-at";
import { refused } from "../refusal";
import { type IsolationLimits, isolatedProcess } from "./isolated-process";
import type { ReadingRequest } from "./reading-process";

const MODULE = path.join("lib", "integrations", "files", "isolated", "reading-process.ts");

/** Reads files in a process of its own. */
export function isolatedFileReader(limits?: IsolationLimits): FileReader {
  const reading = isolatedProcess<ReadingRequest, FileContent>(MODULE, limits);
  return {
    recordedAt,
    async read(bytes, name) {
      if (bytes.length > MAX_FILE_BYTES) return refused("too_large");
      return (await reading.ask({ bytes, name })) ?? refused("too_costly");
    },
  };
}
