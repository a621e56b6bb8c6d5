import type { FileHints } from "@/db/schema/imports";
import type { FileContent, FileReader } from "@/lib/integrations/ports";
import { type AnalysedActivity, type AnalysisMoment, analyseRecording } from "./analyse-recording";
import { capacitiesFrom, type ToldCapacities } from "./capacities-of";

type Recorded = Extract<FileContent, { kind: "activities" }>;

/** What a file turned out to be, with its activities analysed instead of as they were recorded. */
export type AnalysedContent =
  | Exclude<FileContent, Recorded>
  | (Omit<Recorded, "activities"> & { readonly activities: readonly AnalysedActivity[] });

export type AnalysisRequest = AnalysisMoment & {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly hints: FileHints | null;
  readonly capacities: ToldCapacities;
};

export type AnalysedFile = {
  readonly content: AnalysedContent;
  /** What it took, for the import's own bookkeeping. */
  readonly readMs: number;
  readonly analyseMs: number;
};

/** Reads a file and analyses what it recorded. Throws nothing for a bad file. */
export type AnalyseFile = (request: AnalysisRequest) => Promise<AnalysedFile>;

/** In this process, by this reader. */
export function analyseFileWith(files: Pick<FileReader, "read">): AnalyseFile {
  return async ({ bytes, name, hints, capacities: told, ...moment }) => {
    const started = performance.now();
    const content = await files.read(bytes, name);
    const readMs = performance.now() - started;
    if (content.kind !== "activities") return { content, readMs, analyseMs: 0 };
    const capacities = capacitiesFrom(told);
    const activities = content.activities.map((recorded) =>
      analyseRecording(moment, recorded, { hints, capacities }),
    );
    const analyseMs = performance.now() - started - readMs;
    return { content: { ...content, activities }, readMs, analyseMs };
  };
}
