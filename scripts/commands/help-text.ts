import type { Command } from "./command";

/** The overview, or one command's own help. */
export function helpText(commands: readonly Command[], name?: string): string {
  const one = commands.find((command) => command.name === name);
  if (one) return one.help;
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands
    .map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
    .join("\n");
  return `Formline: training data in, this morning's answer out.

Usage: formline COMMAND [arguments]

${list}

"formline help COMMAND" tells what a command takes.
Configuration comes from the environment; .env.example lists every variable.
`;
}
