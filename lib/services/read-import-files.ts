import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { knownSourceFiles } from "@/db/queries/known-source-files";
import type { NextImportFile } from "@/db/queries/next-import-files";
import type { AthleteContext } from "@/lib/auth/context";
import type { FileContent } from "@/lib/integrations/ports";
import { type AnalysedActivity, analyseRecording } from "./analyse-recording";
import { type Capacities, capacitiesOf } from "./capacities-of";
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
  readonly content: FileContent | null;
  /** The original, deflated; empty unless it is to be kept. */
  readonly deflated: Uint8Array;
  /** One for each activity in `content`. */
  readonly activities: readonly AnalysedActivity[];
};

export type ReadFiles = { readonly files: readonly ReadFile[]; readonly capacities: Capacities };

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
    capacities: await capacitiesOf(tx),
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
  capacities: Capacities,
): Promise<ReadFile> {
  const { id, spoolKey, sha256, hints } = file;
  const row = { id, spoolKey, sha256, hints, byteLength: bytes.byteLength };
  const unread = { ...row, deflated: new Uint8Array(), activities: [] };
  if (isKnown) return { ...unread, content: null };
  try {
    const content = await ctx.ports.files.read(bytes, name);
    if (content.kind === "refused" || content.kind === "list") return { ...unread, content };
    const deflated = await timeStage("pack", () => deflate(bytes, { level: ORIGINAL_LEVEL }));
    return analyseFile(ctx, { ...unread, content, deflated }, capacities);
  } catch (error) {
    ctx.log.error({ err: error, fileId: id }, "a file could not be read");
    const { reasonCode: code, reason } = UNEXPECTED;
    return { ...unread, content: { kind: "refused", code, reason } };
  }
}

/** The file with its activities analysed by these capacities. */
export function analyseFile(ctx: AthleteContext, file: ReadFile, capacities: Capacities): ReadFile {
  const started = performance.now();
  const { content, hints } = file;
  const recordings = content?.kind === "activities" ? content.activities : [];
  const activities = recordings.map((recorded) =>
    analyseRecording(ctx, recorded, { hints, capacities }),
  );
  addToStage("analyse", performance.now() - started);
  return { ...file, activities };
}
