import "server-only";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ArchiveEntry } from "@/lib/integrations/ports";
import { type IsolationLimits, isolatedProcess } from "../files/isolated/isolated-process";
import { MAX_READING_HEAP_MIB, MAX_SPLIT_S } from "../files/limits";
import { REFUSALS, type RefusalCode } from "../files/refusal";
import type { SplitAnswer, SplitRequest } from "./splitting-process";

const MODULE = path.join("lib", "integrations", "apple", "splitting-process.ts");
const LIMITS: IsolationLimits = {
  seconds: MAX_SPLIT_S,
  heapMib: MAX_READING_HEAP_MIB,
  idleS: MAX_SPLIT_S,
};

export type HealthExport = Omit<SplitRequest, "directory"> & {
  /** As the athlete sees it. */
  readonly name: string;
  readonly byteLength: number;
};

/**
 * The workouts and the months of an Apple Health export, each a file of its own, taken apart in
 * a process of its own.
 */
export async function* isolatedSplit(
  { name, byteLength, ...request }: HealthExport,
  limits: IsolationLimits = LIMITS,
): AsyncGenerator<ArchiveEntry> {
  const refuse = (code: RefusalCode) => ({ name, byteLength, code, reason: REFUSALS[code] });
  const directory = await mkdtemp(path.join(tmpdir(), "formline-"));
  // Kept until the parts are read: should the server be killed meanwhile, it removes them.
  const splitting = isolatedProcess<SplitRequest, SplitAnswer>(MODULE, limits);
  try {
    const answer = await splitting.ask({ ...request, directory });
    if (answer === null || "code" in answer) {
      yield refuse(answer?.code ?? "too_costly");
      return;
    }
    for (const { file, name: shown, routes: joined } of answer.parts) {
      const bytes = await readFile(path.join(directory, file));
      yield { name: `${name} › ${shown}`, bytes, ...(joined.length > 0 ? { joined } : {}) };
    }
    if (!answer.isWhole) yield refuse("apple_cut_off");
  } finally {
    splitting.end();
    await rm(directory, { recursive: true, force: true });
  }
}
