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
/** What the reader takes: a larger file is not even fetched. */
const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

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

type Received = NextImportFile & { readonly spoolKey: string };
type Fetched = Received & {
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

const TOO_LARGE: AnalysedContent = {
  kind: "refused",
  code: "too_large",
  reason: "The file is larger than 50 MB, which no single recording is.",
};

/** Reads and analyses some files of a batch; nothing is written. Rows without bytes are left out. */
export async function readImportFiles(
  ctx: AthleteContext,
  files: readonly NextImportFile[],
): Promise<ReadFiles> {
  const received = files.filter(hasBytes);
  const fetched = await timeStage("fetch", () =>
    Promise.all(received.filter(isReadable).map((file) => fetch(ctx, file))),
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
  const tooLarge = received.filter((file) => !isReadable(file)).map(unfetched);
  return { files: [...tooLarge, ...(await Promise.all(read))], capacities };
}

function hasBytes(file: NextImportFile): file is Received {
  return file.spoolKey !== null;
}

function isReadable({ byteLength }: NextImportFile): boolean {
  return byteLength <= LARGEST_FILE_BYTES;
}

function unfetched({ id, spoolKey, hints, byteLength }: Received): ReadFile {
  const nothing = { sha256: "", deflated: new Uint8Array() };
  return { id, spoolKey, hints, byteLength, ...nothing, content: TOO_LARGE };
}

async function fetch(ctx: AthleteContext, file: Received): Promise<Fetched> {
  const bytes = await ctx.ports.spool.read(file.spoolKey);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ...file, bytes, sha256 };
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
    const path = ctx.ports.spool.pathOf(spoolKey);
    const { byteLength } = row;
    const request = { path, byteLength, name, hints, capacities, timeZone, now };
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
