import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { MAX_READING_HEAP_MIB, MAX_READING_S } from "../limits";

/** Its memory is worth more than the second that a new process takes. */
const IDLE_S = 10;
/**
 * The next requests wait there already when an answer is sent: a server that stores what came
 * before cannot send any for a while.
 */
const SENT_AHEAD = 32;

export type IsolationLimits = {
  readonly seconds: number;
  readonly heapMib: number;
  /** How long it waits for another request; 10 where nothing is said. */
  readonly idleS?: number;
};

export type IsolatedProcess<Request, Reply> = {
  /** Null when it took more time or memory than allowed. Rejects when no process comes up. */
  ask(request: Request): Promise<Reply | null>;
  /** Ends it before its time; another request starts another one. */
  end(): void;
};

type Question<Request, Reply> = {
  readonly request: Request;
  readonly resolve: (reply: Reply | null) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * A process of its own for work on what strangers wrote. It has none of our secrets, answers
 * one request after the other, and is started when needed: the server answers meanwhile, and
 * what takes more time or memory than any recording costs that process only. (A thread out
 * of memory may take the server with it.)
 *
 * @param module from the project's folder; it serves requests by `answerRequests`
 */
export function isolatedProcess<Request, Reply>(
  module: string,
  limits: IsolationLimits = { seconds: MAX_READING_S, heapMib: MAX_READING_HEAP_MIB },
): IsolatedProcess<Request, Reply> {
  const waiting: Question<Request, Reply>[] = [];
  const sent: Question<Request, Reply>[] = [];
  let child: ChildProcess | null = null;
  let isStarting = false;
  let timer: NodeJS.Timeout | undefined;
  /** The question that the timer is for; null while it is for idling. */
  let timed: Question<Request, Reply> | null | undefined;

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        advance();
      }),
    end: () => {
      child?.kill("SIGKILL");
    },
  };

  /** Sends what may be sent; starts a process when there is none, and ends one that idles. */
  function advance(): void {
    if (isStarting) return;
    if (child?.connected !== true) {
      if (waiting.length + sent.length > 0) start();
      return;
    }
    while (sent.length < SENT_AHEAD && waiting.length > 0) send(child);
    watch(child);
  }

  function start(): void {
    isStarting = true;
    // Sent to one that is no more: asked again, in their order.
    waiting.unshift(...sent.splice(0));
    startProcess(module, limits).then(
      (started) => {
        isStarting = false;
        child = started;
        started.on("message", (reply: Reply) => settle(started, reply));
        started.once("exit", () => fail(started)).once("error", () => fail(started));
        advance();
      },
      (error: unknown) => {
        isStarting = false;
        for (const { reject } of waiting.splice(0)) reject(error);
      },
    );
  }

  function send(to: ChildProcess): void {
    const question = waiting.shift();
    if (question === undefined) return;
    sent.push(question);
    // One that ended says so by its "exit".
    to.send(question.request as object, () => undefined);
  }

  function settle(from: ChildProcess, reply: Reply): void {
    if (from !== child) return;
    sent.shift()?.resolve(reply);
    advance();
  }

  /** The question that was being answered is the one that cost the process. */
  function fail(ended: ChildProcess): void {
    if (ended !== child) return;
    clearTimeout(timer);
    timed = undefined;
    child = null;
    sent.shift()?.resolve(null);
    advance();
  }

  /** Times the question that is being answered from the moment that its turn came. */
  function watch(to: ChildProcess): void {
    const first = sent[0] ?? null;
    if (first === timed) return;
    timed = first;
    clearTimeout(timer);
    const isBusy = first !== null;
    setAwaited(to, isBusy);
    timer = setTimeout(
      () => {
        to.kill("SIGKILL");
        fail(to);
      },
      (isBusy ? limits.seconds : (limits.idleS ?? IDLE_S)) * 1000,
    );
    if (!isBusy) timer.unref();
  }
}

/** Rejects when it does not come up. */
function startProcess(module: string, { heapMib }: IsolationLimits): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapMib}`,
      "--conditions=react-server",
      "--import",
      "tsx",
      path.resolve(module),
    ],
    {
      env: { NODE_ENV: "production" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    },
  );
  return new Promise((resolve, reject) => {
    const failed = (cause: unknown) =>
      reject(new Error("The process that reads files did not start.", { cause }));
    child.once("error", failed).once("exit", failed);
    child.once("message", () => {
      child.off("error", failed).off("exit", failed);
      resolve(child);
    });
  });
}

/** An idle one keeps nobody waiting who wants to end. */
function setAwaited(child: ChildProcess, isAwaited: boolean): void {
  const verb = isAwaited ? "ref" : "unref";
  child[verb]();
  child.channel?.[verb]();
}
