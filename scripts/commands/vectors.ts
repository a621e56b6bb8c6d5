import { readFile } from "node:fs/promises";
import { z } from "zod";
import { runVectors, type VectorResult } from "@/lib/training/registry/run-vectors";

const HELP = `Holds published numbers against this build.

Usage: formline vectors FILE [--json]

  FILE     vectors in JSON: { "vectors": [{ id, metric, input, expected, tolerance }, …] }
  --json   one JSON object per line instead of text

The last line is {"passed":…,"failed":…,"absent":…}; absent are metrics that this build does not have.
Exit code: 0 when none failed, 1 when one failed, 2 when FILE cannot be used.
`;

const vectorsFile = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      metric: z.string(),
      input: z.record(z.string(), z.unknown()),
      expected: z.record(z.string(), z.unknown()),
      tolerance: z.number().nonnegative().default(1e-6),
    }),
  ),
});

/** `formline vectors`: returns the exit code. */
export async function vectorsCommand(argv: string[]): Promise<number> {
  const paths = argv.filter((argument) => !argument.startsWith("-"));
  const options = argv.filter((argument) => argument.startsWith("-"));
  if (options.includes("--help") || options.includes("-h")) {
    process.stdout.write(HELP);
    return 0;
  }
  const unknown = options.find((option) => option !== "--json");
  const [path] = paths;
  if (unknown !== undefined) return refuse(`Unknown option ${unknown}.`);
  if (path === undefined || paths.length > 1) return refuse("Name one vectors file.");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return refuse(`${path} cannot be read.`);
  }
  const parsed = vectorsFile.safeParse(parseJson(text));
  if (!parsed.success)
    return refuse(`${path} is no vectors file.\n${z.prettifyError(parsed.error)}`);
  return print(runVectors(parsed.data.vectors), options.includes("--json"));
}

function refuse(message: string): number {
  process.stderr.write(`${message}\nTry: formline vectors --help\n`);
  return 2;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function print(report: ReturnType<typeof runVectors>, isJson: boolean): number {
  const { results, passed, failed, absent } = report;
  const width = Math.max(0, ...results.map(({ id }) => id.length));
  for (const result of results) {
    process.stdout.write(`${isJson ? JSON.stringify(result) : line(result, width)}\n`);
  }
  process.stdout.write(`${JSON.stringify({ passed, failed, absent })}\n`);
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
