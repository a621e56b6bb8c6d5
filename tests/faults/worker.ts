import { type ChildProcess, spawn } from "node:child_process";

const CHILD = "tests/faults/worker-child.ts";
const ANSWERS_WITHIN_MS = 180_000;

type Message = {
  readonly url?: string;
  readonly result?: unknown;
  readonly error?: string;
};

/** The server's process: kept until it is killed, begun anew when it is needed again. */
export class Worker {
  readonly #arguments: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  /** Where it takes webhooks; null while there is none. */
  url: string | null = null;

  constructor(args: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#arguments = args;
    this.#environment = environment;
  }

  /** Has it do something at a time; null when it was killed meanwhile. */
  async ask(verb: "prepare" | "work" | "report", aheadMs: number): Promise<unknown> {
    const child = await this.#started();
    const limit = setTimeout(() => this.kill(), ANSWERS_WITHIN_MS);
    const answer = nextMessage(child);
    // It may be killed before it hears of it.
    child.send({ verb, aheadMs }, () => undefined);
    const message = await answer;
    clearTimeout(limit);
    if (message?.error !== undefined) throw new Error(message.error);
    return message?.result ?? null;
  }

  kill(): void {
    this.url = null;
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }

  async #started(): Promise<ChildProcess> {
    if (this.#child) return this.#child;
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", CHILD, ...this.#arguments],
      {
        stdio: ["ignore", "ignore", "inherit", "ipc"],
        env: { ...process.env, NODE_OPTIONS: "", LOG_LEVEL: "silent", ...this.#environment },
      },
    );
    const hello = await nextMessage(child);
    if (hello?.url === undefined) throw new Error("The process did not start.");
    this.url = hello.url;
    this.#child = child;
    return child;
  }
}

function nextMessage(child: ChildProcess): Promise<Message | null> {
  return new Promise((resolve) => {
    const ended = () => resolve(null);
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as Message);
    });
  });
}
