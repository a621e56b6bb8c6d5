import { AppError } from "@/lib/errors";
import { commands } from "./commands/all";
import type { CommandIo } from "./commands/command";
import { UsageError } from "./commands/usage-error";

/**
 * Runs one command on the open database and returns its exit code; what goes wrong becomes
 * a message and a code: 2 for a call whose words are off, 1 for everything else.
 */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const [name, ...rest] = args;
    const command = commands.find((candidate) => candidate.name === name);
    if (!command)
      throw new UsageError(`There is no command "${name}". "formline help" lists them.`);
    return await command.run(rest, io);
  } catch (error) {
    return explainError(error, io);
  }
}

export function explainError(error: unknown, io: CommandIo): number {
  if (error instanceof UsageError) {
    io.err(`${error.message}\n`);
    return 2;
  }
  if (error instanceof AppError) {
    io.err(`${error.message}\n`);
    return 1;
  }
  io.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
