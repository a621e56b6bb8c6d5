import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { REFERENCE_VECTORS } from "@/lib/methods/reference-vectors";
import { type VectorsFile, vectorsFile } from "@/lib/methods/vectors-file";
import { runVectors, type VectorResult } from "@/lib/training/registry/run-vectors";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

const HELP = `Usage: formline vectors [FILE] [--json]

Holds published numbers against this build.

  FILE     without it the ones that the method pages show;
           vectors in JSON: { "vectors": [{ id, metric, input, expected, tolerance }, …] }
  --json   one JSON object per line instead of text

The last line is {"passed":…,"failed":…,"absent":…}; absent are metrics that this build does not have.
Exit code: 0 when none failed, 1 when one failed, 2 when FILE cannot be used.
`;

export const vectorsCommand: Command = {
  name: "vectors",
  summary: "hold published numbers against this build",
  database: "none",
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      json: { type: "boolean", default: false },
    });
    const [file] = positionals;
    if (positionals.length > 1) {
      throw new UsageError("Name one vectors file at most: formline vectors [FILE]");
    }
    const vectors = file === undefined ? REFERENCE_VECTORS : await readVectors(file, io);
    return print(runVectors(vectors), values.json === true, io);
  },
};

async function readVectors(file: string, io: CommandIo): Promise<VectorsFile["vectors"]> {
  const text = await readFile(path.resolve(io.cwd, file), "utf8").catch(() => {
    throw new UsageError(`${file} cannot be read.`);
  });
  const parsed = vectorsFile.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.vectors;
  throw new UsageError(`${file} is no vectors file.\n${z.prettifyError(parsed.error)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function print(report: ReturnType<typeof runVectors>, isJson: boolean, io: CommandIo): number {
  const { results, passed, failed, absent } = report;
  const width = Math.max(0, ...results.map(({ id }) => id.length));
  for (const result of results) {
    io.out(`${isJson ? JSON.stringify(result) : line(result, width)}\n`);
  }
  io.out(`${JSON.stringify({ passed, failed, absent })}\n`);
  return failed > 0 ? 1 : 0;
}

function line(result: VectorResult, width: number): string {
  const head = `${result.status.padEnd(6)}  ${result.id.padEnd(width)}`;
  const expected = `expected ${short(result.expected)}`;
  if (result.status === "absent") return `${head}  ${expected}`;
  const tail = `got ${short(result.got)}  ${expected}  tolerance ${result.tolerance}`;
  return result.reason ? `${head}  ${tail}  ${result.reason}` : `${head}  ${tail}`;
}

const SHOWN_ITEMS = 3;

/** Long series by their first and last values, so that a line stays a line. */
function short(value: unknown): string {
  return JSON.stringify(value, (_, item) => {
    if (!Array.isArray(item) || item.length <= 2 * SHOWN_ITEMS) return item;
    const left = item.length - 2 * SHOWN_ITEMS;
    return [...item.slice(0, SHOWN_ITEMS), `… ${left} more …`, ...item.slice(-SHOWN_ITEMS)];
  });
}
