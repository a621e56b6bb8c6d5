import "server-only";
import { availableParallelism } from "node:os";
import path from "node:path";
import {
  type IsolatedProcess,
  type IsolationLimits,
  isolatedProcess,
} from "@/lib/integrations/files/isolated/isolated-process";
import { MAX_FILE_BYTES } from "@/lib/integrations/files/limits";
import { refused } from "@/lib/integrations/files/refusal";
import type { AnalysedFile, AnalyseFile, AnalysisRequest } from "@/lib/services/analyse-file";

const MODULE = path.join("lib", "runtime", "analysing-process.ts");

/** One reads while the other waits for the disk or the server; more would only take memory. */
const MOST_PROCESSES = 2;

type Analysing = {
  readonly process: IsolatedProcess<AnalysisRequest, AnalysedFile>;
  pending: number;
};

/** Reads and analyses files in processes of their own: what comes back is as small as what is stored. */
export function isolatedAnalysis(limits?: IsolationLimits): AnalyseFile {
  const length = Math.min(MOST_PROCESSES, availableParallelism());
  const all: Analysing[] = Array.from({ length }, () => ({
    process: isolatedProcess(MODULE, limits),
    pending: 0,
  }));
  return async (request) => {
    if (request.byteLength > MAX_FILE_BYTES) return unread("too_large");
    // The first of equals, so that a single file never starts a second process.
    const analysing = all.reduce((least, one) => (one.pending < least.pending ? one : least));
    analysing.pending++;
    try {
      return (await analysing.process.ask(request)) ?? unread("too_costly");
    } finally {
      analysing.pending--;
    }
  };
}

function unread(code: "too_large" | "too_costly"): AnalysedFile {
  return { content: refused(code), readMs: 0, analyseMs: 0 };
}
