import "server-only";
import path from "node:path";
import {
  type IsolationLimits,
  isolatedProcess,
} from "@/lib/integrations/files/isolated/isolated-process";
import { MAX_FILE_BYTES } from "@/lib/integrations/files/limits";
import { refused } from "@/lib/integrations/files/refusal";
import type { AnalysedFile, AnalyseFile, AnalysisRequest } from "@/lib/services/analyse-file";

const MODULE = path.join("lib", "runtime", "analysing-process.ts");

/** Reads and analyses files in a process of its own: what comes back is as small as what is stored. */
export function isolatedAnalysis(limits?: IsolationLimits): AnalyseFile {
  const analysing = isolatedProcess<AnalysisRequest, AnalysedFile>(MODULE, limits);
  return async (request) => {
    if (request.byteLength > MAX_FILE_BYTES) return unread("too_large");
    return (await analysing.ask(request)) ?? unread("too_costly");
  };
}

function unread(code: "too_large" | "too_costly"): AnalysedFile {
  return { content: refused(code), readMs: 0, analyseMs: 0 };
}
