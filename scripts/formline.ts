import { text } from "node:stream/consumers";
import { env } from "@/lib/env";
import { startRuntime } from "@/lib/runtime/start-runtime";
import { commands } from "./commands/all";
import type { Command, CommandIo } from "./commands/command";
import { helpText } from "./commands/help-text";
import { UsageError } from "./commands/usage-error";
import { callServer } from "./local-socket";
import { explainError, runCommand } from "./run-command";

/** A writer that is gone (`formline … | head`) ends the command quietly. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const io: CommandIo = {
  // biome-ignore lint/style/noProcessEnv: not configuration, but where the caller stands
  cwd: process.env.INIT_CWD ?? process.cwd(),
  out: (line) => process.stdout.write(line),
  err: (line) => process.stderr.write(line),
  readInput: () => text(process.stdin),
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || ["help", "--help", "-h"].includes(name)) {
    io.out(helpText(commands, rest[0]));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new UsageError(`There is no command "${name}". "formline help" lists them.`);
  if (rest.includes("--help") || rest.includes("-h")) {
    io.out(command.help);
    return 0;
  }
  return command.database === "open" ? withDatabase(command, rest) : command.run(rest, io);
}

/** On the running server when there is one, so that the embedded database has one owner. */
async function withDatabase(command: Command, rest: readonly string[]): Promise<number> {
  const { databaseUrl, dataDir } = env();
  if (databaseUrl === null) {
    const input = rest.includes("--password-stdin") ? await io.readInput() : "";
    const answered = await callServer(dataDir, [command.name, ...rest], io, input);
    if (answered !== null) return answered;
    return runHere(command, rest, { ...io, readInput: async () => input });
  }
  return runHere(command, rest, io);
}

async function runHere(
  command: Command,
  rest: readonly string[],
  commandIo: CommandIo,
): Promise<number> {
  const runtime = await startRuntime({ jobs: "on-demand" });
  try {
    return await runCommand([command.name, ...rest], commandIo);
  } finally {
    await runtime.stop();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => explainError(error, io));
