import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { knownSourceFiles } from "@/db/queries/known-source-files";
import type { NextImportFile } from "@/db/queries/next-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import type { AnalysedContent } from "./analyse-file";
import { type ToldCapacities, toldCapacities } from "./capacities-of";
import { addToStage, timeStage } from "./stage-clock";

const deflate = promisify(deflateRaw);
/** Recordings hardly deflate at all; trying harder saves nothing. */
const ORIGINAL_LEVEL = 1;

/** A file of the ledger, read and analysed, before anything is stored. */
export type ReadFile = {
  readonly id: string;
  readonly spoolKey: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly hints: NextImportFile["hints"];
  /** Null when the athlete has these very bytes already: they were not read again. */
  readonly content: AnalysedContent | null;
  /** The original, deflated; empty unless it is to be kept. */
  readonly deflated: Uint8Array;
};

export type ReadFiles = {
  readonly files: readonly ReadFile[];
  /** What they were analysed by. */
  readonly capacities: ToldCapacities;
};

type Fetched = NextImportFile & {
  readonly spoolKey: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/** The outcome of a file on which the server itself failed. */
export const UNEXPECTED = {
  status: "rejected",
  reasonCode: "unexpected",
  reason:
    "Formline failed on this file, and it was not your mistake. The cause is in the server's log.",
} as const;

/** Reads and analyses some files of a batch; nothing is written. Rows without bytes are left out. */
export async function readImportFiles(
  ctx: AthleteContext,
  files: readonly NextImportFile[],
): Promise<ReadFiles> {
  const fetched = await timeStage("fetch", () =>
    Promise.all(files.flatMap((file) => (file.spoolKey ? [fetch(ctx, file, file.spoolKey)] : []))),
  );
  const { known, capacities } = await ctx.tx(async (tx) => ({
    known: await knownSourceFiles(
      tx,
      fetched.map((file) => file.sha256),
    ),
    capacities: await toldCapacities(tx),
  }));
  const isKnown = new Set(known);
  const read = fetched.map((file) => readOne(ctx, file, isKnown.has(file.sha256), capacities));
  return { files: await Promise.all(read), capacities };
}

async function fetch(
  ctx: AthleteContext,
  file: NextImportFile,
  spoolKey: string,
): Promise<Fetched> {
  const bytes = await ctx.ports.spool.read(spoolKey);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ...file, spoolKey, bytes, sha256 };
}

async function readOne(
  ctx: AthleteContext,
  { bytes, name, ...file }: Fetched,
  isKnown: boolean,
  capacities: ToldCapacities,
): Promise<ReadFile> {
  const { id, spoolKey, sha256, hints } = file;
  const row = { id, spoolKey, sha256, hints, byteLength: bytes.byteLength };
  const unread = { ...row, deflated: new Uint8Array() };
  if (isKnown) return { ...unread, content: null };
  const { timeZone, now } = ctx;
  try {
    const request = { bytes, name, hints, capacities, timeZone, now };
    const { content, readMs, analyseMs } = await ctx.ports.analyseFile(request);
    addToStage("read", readMs);
    addToStage("analyse", analyseMs);
    if (content.kind === "refused" || content.kind === "list") return { ...unread, content };
    const deflated = await timeStage("pack", () => deflate(bytes, { level: ORIGINAL_LEVEL }));
    return { ...unread, content, deflated };
  } catch (error) {
    ctx.log.error({ err: error, fileId: id }, "a file could not be read");
    const { reasonCode: code, reason } = UNEXPECTED;
    return { ...unread, content: { kind: "refused", code, reason } };
  }
}
