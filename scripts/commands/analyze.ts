import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { archiveReader } from "@/lib/integrations/files/archive/archive-reader";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { MAX_FILE_BYTES } from "@/lib/integrations/files/limits";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import { analysisReport } from "./analysis-report";
import { analysisText } from "./analysis-text";
import type { Command, CommandIo } from "./command";
import { parseOptions } from "./parse-options";
import { parseSettings, SETTING_OPTIONS } from "./parse-settings";
import { UsageError } from "./usage-error";

type Refusal = { readonly name: string; readonly reason: string };
type Source = { readonly name: string; readonly bytes: Uint8Array } | Refusal;

export const analyzeCommand: Command = {
  name: "analyze",
  summary: "metrics of activity files, without a database",
  database: "none",
  help: `Usage: formline analyze FILE… [--json] [options]

Reads FIT, TCX and GPX files (also .gz, and .zip of these) and prints what is computed
from them. Needs no database and keeps nothing.

  --json                 one JSON object per activity and line
  --ftp W                functional threshold power
  --lthr BPM             threshold heart rate
  --max-hr BPM           maximum heart rate
  --resting-hr BPM       resting heart rate
  --weight KG            body weight
  --threshold-pace M:SS  threshold running pace per kilometre
  --graded-pace MODEL    observed (as runners pace on slopes, the usual) or energy_cost
  --css M:SS             critical swim speed, as pace per 100 m
  --sex m|f              for TRIMP

What is not given is taken from the device's own settings in the file where it holds
them, and a note says so.

Example: formline analyze ride.fit --ftp 260 --json

Exit code: 0 when every file was decoded, 2 when one was refused (reason on stderr).
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, {
      json: { type: "boolean", default: false },
      ...SETTING_OPTIONS,
    });
    if (positionals.length === 0) throw new UsageError("Name at least one file to analyze.");
    const settings = parseSettings(values);
    let refused = 0;
    for (const name of positionals) {
      for await (const source of sourcesOf(name, io.cwd)) {
        if (!(await analyzeSource(source, settings, values.json, io))) refused += 1;
      }
    }
    return refused > 0 ? 2 : 0;
  },
};

/** The file itself, or every file in it when it is an archive. */
async function* sourcesOf(name: string, cwd: string): AsyncGenerator<Source> {
  const filePath = path.resolve(cwd, name);
  const refusal = await refusalOf(filePath);
  if (refusal !== null) yield { name, reason: refusal };
  else if (await archiveReader.isArchive(filePath)) {
    let count = 0;
    for await (const entry of archiveReader.entries(filePath, name)) {
      count += 1;
      yield entry;
    }
    if (count === 0) yield { name, reason: "This archive is empty." };
  } else yield { name, bytes: await readFile(filePath) };
}

async function refusalOf(filePath: string): Promise<string | null> {
  try {
    const found = await stat(filePath);
    if (found.isDirectory()) return "This is a folder; name the files in it.";
    const isPlain = found.size > MAX_FILE_BYTES && !(await archiveReader.isArchive(filePath));
    return isPlain ? "The file is larger than 50 MB, which no single recording is." : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "There is no such file." : `The file cannot be read (${code}).`;
  }
}

/** False when the source held no activity; the reason is then on stderr. */
async function analyzeSource(
  source: Source,
  settings: AthleteSettings,
  asJson: boolean,
  io: CommandIo,
): Promise<boolean> {
  const refuse = (reason: string): boolean => {
    io.err(`${source.name}: ${reason}\n`);
    return false;
  };
  if ("reason" in source) return refuse(source.reason);
  const content = await fileReader.read(source.bytes, source.name);
  if (content.kind === "refused") return refuse(content.reason);
  if (content.kind === "wellness") {
    return refuse("This holds days of recovery data, no activity. Use formline import for it.");
  }
  if (content.kind === "list") {
    return refuse("This is the list of an export; it belongs beside the files that it names.");
  }
  for (const recorded of content.activities) {
    const report = analysisReport(source.name, recorded, settings, content.partialReason);
    io.out(asJson ? `${JSON.stringify(report)}\n` : analysisText(report));
  }
  return true;
}
