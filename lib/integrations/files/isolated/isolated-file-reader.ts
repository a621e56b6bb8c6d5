import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { FileContent, FileReader } from "@/lib/integrations/ports";
import { MAX_FILE_BYTES, MAX_READING_HEAP_MIB, MAX_READING_S } from "../limits";
import { recordedAt } from "../recorded-at";
import { refused } from "../refusal";
import type { ReadingReply, ReadingRequest } from "./reading-process";

const MODULE = path.join("lib", "integrations", "files", "isolated", "reading-process.ts");
/** Its memory is worth more than the second that a new process takes. */
const IDLE_MS = 10_000;

export type ReadingLimits = {
  readonly seconds: number;
  readonly heapMib: number;
};

/**
 * Reads files, one at a time, in a process of its own, which has none of our secrets: the
 * server answers meanwhile, and a file that takes more time or memory than any recording
 * costs that process only. (A thread out of memory may take the server with it.)
 */
export function isolatedFileReader(
  limits: ReadingLimits = { seconds: MAX_READING_S, heapMib: MAX_READING_HEAP_MIB },
): FileReader {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = () => {
    child?.kill("SIGKILL");
    child = null;
  };

  const readNext = async (request: ReadingRequest): Promise<FileContent> => {
    clearTimeout(idle);
    let content: FileContent | null = null;
    try {
      // One that was ended from outside while it idled says nothing about the next file.
      if (child?.connected !== true) child = await startProcess(limits);
      content = await answer(child, request, limits);
    } finally {
      if (content === null) end();
      else idle = setTimeout(end, IDLE_MS).unref();
    }
    return content ?? refused("too_costly");
  };

  return {
    recordedAt,
    read(bytes, name) {
      if (bytes.length > MAX_FILE_BYTES) return Promise.resolve(refused("too_large"));
      const reading = last.then(() => readNext({ bytes, name }));
      last = reading.catch(() => undefined);
      return reading;
    },
  };
}

/** Rejects when it does not come up. */
function startProcess({ heapMib }: ReadingLimits): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapMib}`,
      "--conditions=react-server",
      "--import",
      "tsx",
      path.resolve(MODULE),
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

/** Null when the process ran out of time or memory, or otherwise ended. */
function answer(
  child: ChildProcess,
  request: ReadingRequest,
  { seconds }: ReadingLimits,
): Promise<FileContent | null> {
  return new Promise((resolve) => {
    const settle = (content: FileContent | null) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onEnd).off("error", onEnd);
      setAwaited(child, false);
      resolve(content);
    };
    const onMessage = (reply: ReadingReply) => settle(reply === "ready" ? null : reply);
    const onEnd = () => settle(null);
    const timer = setTimeout(onEnd, seconds * 1000);
    child.on("message", onMessage).on("exit", onEnd).on("error", onEnd);
    setAwaited(child, true);
    child.send(request, (error) => error && onEnd());
  });
}

/** An idle one keeps nobody waiting who wants to end. */
function setAwaited(child: ChildProcess, isAwaited: boolean): void {
  const verb = isAwaited ? "ref" : "unref";
  child[verb]();
  child.channel?.[verb]();
}
