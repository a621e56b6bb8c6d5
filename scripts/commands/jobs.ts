import { discardDeadLetter, retryDeadLetter } from "@/db/mutations/dead-letters";
import { jobQueueState, listDeadLetters, listJobRuns } from "@/db/queries/jobs";
import { systemContext } from "@/lib/auth/context";
import { isUuid } from "@/lib/ids";
import type { Command, CommandIo } from "./command";
import { formatJobs } from "./format-jobs";
import { parseOptions } from "./parse-options";
import { UsageError } from "./usage-error";

export const jobsCommand: Command = {
  name: "jobs",
  summary: "background work: what waits, runs and failed",
  database: "open",
  help: `Usage: formline jobs [--limit N] [--json]
       formline jobs retry RUN
       formline jobs discard RUN

Shows the queue, the newest runs, and the runs that gave up. One of those can be tried
again, from the step that failed, or put aside for good.

  --limit N   how many runs to show; 20 when left out
  --json      everything as one JSON object

Example: formline jobs retry 3f0c8c1e-6f0a-4c57-9f5e-0b1d7c2a9e11
`,
  async run(args, io) {
    const [verb, ...rest] = args;
    if (verb === "retry" || verb === "discard") return resolve(verb, rest, io);
    if (verb !== undefined && !verb.startsWith("-")) {
      throw new UsageError(`"${verb}" is not something to do with jobs: retry or discard.`);
    }
    return show(args, io);
  },
};

async function show(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseOptions(args, {
    limit: { type: "string", default: "20" },
    json: { type: "boolean", default: false },
  });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) {
    throw new UsageError("--limit takes a whole number from 1 to 1000.");
  }
  const ctx = systemContext();
  const overview = await ctx.tx(async (tx) => ({
    queue: await jobQueueState(tx, ctx.now),
    runs: await listJobRuns(tx, { limit }),
    deadLetters: await listDeadLetters(tx, limit),
  }));
  io.out(values.json ? `${JSON.stringify(overview)}\n` : formatJobs(overview, ctx.now));
  return 0;
}

async function resolve(
  verb: "retry" | "discard",
  args: readonly string[],
  io: CommandIo,
): Promise<number> {
  const { positionals } = parseOptions(args, {});
  const [runId] = positionals;
  if (positionals.length !== 1 || !runId || !isUuid(runId)) {
    throw new UsageError(`Name one run: formline jobs ${verb} RUN`);
  }
  const ctx = systemContext();
  const change = verb === "retry" ? retryDeadLetter : discardDeadLetter;
  if (!(await ctx.tx((tx) => change(tx, runId, ctx.now)))) {
    io.err(`There is no run ${runId} that gave up and was not dealt with.\n`);
    return 1;
  }
  io.out(verb === "retry" ? `Run ${runId} is queued again.\n` : `Put run ${runId} aside.\n`);
  return 0;
}
