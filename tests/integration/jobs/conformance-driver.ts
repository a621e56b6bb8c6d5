import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { env } from "node:process";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { OpenDatabase } from "@/db/client";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { runAsSystem } from "@/db/run-as-system";
import type { RunAsSystem } from "@/db/scope";
import type { InngestMode } from "@/inngest/client";
import { handleJobRequest } from "@/inngest/job-handler";
import { type JobsOptions, startJobs } from "@/inngest/start-jobs";
import { createLogger } from "@/lib/logger";

/** Functions at work, whoever executes them, and the way to send them an event. */
export type ConformanceDriver = {
  readonly system: RunAsSystem;
  send(name: string, data: Record<string, unknown>, id?: string): Promise<void>;
  stop(): Promise<void>;
};

type Functions = JobsOptions["functions"];

/** The in-process executor. */
export async function embeddedDriver(
  database: OpenDatabase,
  functions: Functions,
  options: Partial<JobsOptions> = {},
): Promise<ConformanceDriver> {
  const system = runAsSystem(database);
  const jobs = await startJobs({
    mode: { kind: "embedded" },
    functions,
    runAsSystem: system,
    log: createLogger("silent"),
    isAlone: database.driver === "pglite",
    pollMs: { first: 50, longest: 500 },
    ...options,
  });
  return { system, send: sender(system), stop: () => jobs.stop() };
}

/** Where a dev server listens, or null with the reason printed. */
export function inngestDevUrl(): string | null {
  const url = env.INNGEST_DEV;
  if (url?.startsWith("http")) return url;
  process.stdout.write(
    "conformance on a real Inngest server: skipped, INNGEST_DEV is not the URL of a dev server\n",
  );
  return null;
}

/** The same functions, served over HTTP to a dev server, fed from our outbox. */
export async function inngestDevDriver(
  database: OpenDatabase,
  functions: Functions,
  devUrl: string,
): Promise<ConformanceDriver> {
  const system = runAsSystem(database);
  const keys = { eventKey: null, signingKey: null, signingKeyFallback: null, baseUrl: null };
  const mode: InngestMode = { kind: "server", ...keys, dev: devUrl };
  const log = createLogger("silent");
  const jobs = await startJobs({ mode, functions, runAsSystem: system, log, isAlone: false });
  const server = createServer((incoming, outgoing) => {
    const { port } = server.address() as AddressInfo;
    const hasBody = incoming.method === "POST" || incoming.method === "PUT";
    const request = new Request(`http://127.0.0.1:${port}${incoming.url}`, {
      method: incoming.method ?? "GET",
      headers: incoming.headers as Record<string, string>,
      ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
    } as RequestInit);
    handleJobRequest(request).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const registered = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  if (!registered.ok) throw new Error(`The dev server refused the functions: ${registered.status}`);
  return {
    system,
    send: sender(system),
    stop: async () => {
      await jobs.stop();
      server.close();
    },
  };
}

function sender(system: RunAsSystem): ConformanceDriver["send"] {
  return (name, data, id) =>
    system((tx) => enqueueEvent(tx, { name, data, ...(id === undefined ? {} : { id }) }));
}
