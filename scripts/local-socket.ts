import { createHash } from "node:crypto";
import { chmodSync, existsSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CommandIo } from "./commands/command";

type Call = { readonly args: readonly string[]; readonly cwd: string; readonly input: string };
type Frame = { readonly out?: string; readonly err?: string; readonly exit?: number };
type Handler = (args: readonly string[], io: CommandIo) => Promise<number>;

/** Unix socket names are limited to about 100 bytes; a deep data folder gets a short one elsewhere. */
const LONGEST_PATH = 100;

function socketPath(dataDir: string): string {
  const beside = path.join(dataDir, "formline.sock");
  if (Buffer.byteLength(beside) <= LONGEST_PATH) return beside;
  const digest = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  return path.join(tmpdir(), `formline-${digest}.sock`);
}

/**
 * Lets the command line hand its work to the process that holds the embedded database.
 * The socket belongs to the owner alone; whoever can open it could read the files anyway.
 */
export function serveCommands(dataDir: string, handle: Handler): Promise<Server> {
  const file = socketPath(dataDir);
  rmSync(file, { force: true });
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    void answer(socket, handle);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    const mask = process.umask(0o177);
    server.listen(file, () => {
      process.umask(mask);
      chmodSync(file, 0o600);
      resolve(server);
    });
  });
}

async function answer(socket: Socket, handle: Handler): Promise<void> {
  const send = (frame: Frame) => {
    if (!socket.destroyed) socket.write(`${JSON.stringify(frame)}\n`);
  };
  for await (const line of linesOf(socket)) {
    const call = JSON.parse(line) as Call;
    const exit = await handle(call.args, {
      cwd: call.cwd,
      out: (text) => send({ out: text }),
      err: (text) => send({ err: text }),
      readInput: async () => call.input,
    });
    send({ exit });
    socket.end();
    return;
  }
}

/** Runs a command in the server of this data folder; null when no server answers there. */
export async function callServer(
  dataDir: string,
  args: readonly string[],
  io: CommandIo,
  input: string,
): Promise<number | null> {
  const file = socketPath(dataDir);
  if (!existsSync(file)) return null;
  const socket = await new Promise<Socket | null>((resolve) => {
    const candidate = connect(file, () => resolve(candidate));
    candidate.once("error", () => resolve(null));
  });
  if (!socket) return null;
  socket.write(`${JSON.stringify({ args, cwd: io.cwd, input } satisfies Call)}\n`);
  for await (const line of linesOf(socket)) {
    const frame = JSON.parse(line) as Frame;
    if (frame.out !== undefined) io.out(frame.out);
    if (frame.err !== undefined) io.err(frame.err);
    if (frame.exit !== undefined) return frame.exit;
  }
  io.err("The server went away before the command was finished.\n");
  return 1;
}

async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let rest = "";
  socket.setEncoding("utf8");
  for await (const chunk of socket) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
