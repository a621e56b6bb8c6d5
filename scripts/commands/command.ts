/** Where a command reads and writes; the same when it runs in the server on a client's behalf. */
export type CommandIo = {
  /** Folder against which the caller's relative paths are meant. */
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** Everything that was piped in. */
  readInput(): Promise<string>;
};

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** Usage, options and an example, as `formline help NAME` prints them. */
  readonly help: string;
  /** "open": works on the open database; "closed": needs it to itself; "none": needs none. */
  readonly database: "open" | "closed" | "none";
  /** Returns the exit code: 0 done, 1 failed, 2 wrong usage or partly refused. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
};
