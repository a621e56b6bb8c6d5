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
  /** Where the bytes are: they are fetched where they are needed. */
  readonly path: string;
  readonly byteLength: number;
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

/** In this process, by this reader, which is given the bytes. */
export async function analyseFile(
  files: Pick<FileReader, "read">,
  bytes: Uint8Array,
  { name, hints, capacities: told, ...moment }: AnalysisRequest,
): Promise<AnalysedFile> {
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
}
