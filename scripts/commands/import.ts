import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import {
  type ImportBatchResult,
  type ImportedRow,
  importBatchResult,
} from "@/db/queries/import-batch-result";
import { type AthleteContext, athleteContextForCommandLine } from "@/lib/auth/context";
import { finishImportBatch } from "@/lib/runtime/finish-import-batch";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { receiveUploads } from "@/lib/services/receive-upload";
import { startImport } from "@/lib/services/start-import";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

type Found = { readonly path: string; readonly name: string };

export const importCommand: Command = {
  name: "import",
  summary: "import files, archives and folders into an athlete's history",
  database: "open",
  help: `Usage: formline import PATH… --athlete EMAIL [--json]

Imports FIT, TCX and GPX files, ZIP and gzip archives of them, Garmin Connect day
payloads (JSON) and Apple Health exports (ZIP, XML, or the unpacked folder). Folders are read with everything below them. Importing the same
file again changes nothing.

  --athlete EMAIL   whose history it belongs to (required)
  --json            one JSON object per file, then the summary

Exit code: 0 when every file was imported or known already, 2 when some were refused.

Example: formline import ~/Downloads/activities.zip --athlete you@example.org
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      athlete: { type: "string" },
      json: { type: "boolean", default: false },
    });
    if (positionals.length === 0)
      throw new UsageError("Name at least one file or folder to import.");
    if (!values.athlete) throw new UsageError("Say whose history it is: --athlete EMAIL");
    const ctx = await athleteContextForCommandLine(values.athlete);
    const files = await filesAt(positionals, io);
    const batchId = await importFiles(ctx, files);
    const { rows, summary } = await ctx.tx((tx) => importBatchResult(tx, batchId));
    const isJson = values.json === true;
    for (const row of rows) io.out(isJson ? `${JSON.stringify(row)}\n` : lineOf(row));
    io.out(isJson ? `${JSON.stringify(summary)}\n` : summaryLine(summary));
    return summary.rejected > 0 ? 2 : 0;
  },
};

/** Every file named, and every file below every folder named, in order of their names. */
async function filesAt(paths: readonly string[], io: CommandIo): Promise<Found[]> {
  const found: Found[] = [];
  for (const given of paths) {
    const at = path.resolve(io.cwd, given);
    const info = await stat(at).catch(() => null);
    if (!info) throw new UsageError(`There is no file or folder at ${given}.`);
    if (info.isFile()) found.push({ path: at, name: path.basename(at) });
    if (info.isDirectory()) found.push(...(await filesBelow(at)));
  }
  if (found.length === 0) throw new UsageError("There are no files in the folders you named.");
  return found;
}

async function filesBelow(folder: string): Promise<Found[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: path.basename(file) }));
}

async function importFiles(ctx: AthleteContext, files: readonly Found[]): Promise<string> {
  const { batchId } = await createImportBatch(ctx, "command_line");
  await receiveUploads(
    ctx,
    batchId,
    files.map(({ name, path: file }) => ({ name, open: () => createReadStream(file) })),
  );
  await startImport(ctx, batchId);
  await finishImportBatch(ctx, batchId);
  return batchId;
}

function lineOf({ file, outcome, reason }: ImportedRow): string {
  return `${outcome.padEnd(9)}  ${file}${reason === null ? "" : `: ${reason}`}\n`;
}

function summaryLine(summary: ImportBatchResult["summary"]): string {
  const { imported, duplicate, partial, rejected, days } = summary;
  return `\n${imported} imported, ${duplicate} known already, ${partial} in part, ${rejected} refused; ${days} days of wellness\n`;
}
