import type { InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import type { RunAsSystem } from "@/db/scope";
import type { Logger } from "@/lib/logger";
import { createInngest, type InngestClient, type InngestMode } from "./client";
import type { JobHandler } from "./embedded/call-function";
import { Checkpoints } from "./embedded/checkpoints";
import { refuseHiddenOptions } from "./embedded/refuse-hidden-options";
import { type EmbeddedOptions, type RunningJobs, startEmbedded } from "./embedded/start-embedded";
import { publishJobHandler } from "./job-handler";
import { startOutboxDispatcher } from "./start-outbox-dispatcher";

export type JobsOptions = {
  readonly mode: InngestMode;
  readonly functions: (inngest: InngestClient) => InngestFunction.Any[];
  readonly runAsSystem: RunAsSystem;
  readonly log: Logger;
  /** No other process can be using this database (PGlite). */
  readonly isAlone: boolean;
} & Partial<
  Pick<
    EmbeddedOptions,
    "lookUpAsSystem" | "clock" | "pollMs" | "leaseSeconds" | "retryDelay" | "onStep"
  >
>;

export type Jobs = RunningJobs & { readonly mode: InngestMode["kind"] };

/**
 * Starts background work: in this process, or by handing events to the Inngest server and
 * being called back by it. Either way `/api/inngest` answers from here on. Throws
 * UnsupportedJob when a function needs a server and none is configured.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { mode, runAsSystem, log } = options;
  const checkpoints = new Checkpoints();
  const client = createInngest({ ...options, checkpoints });
  const functions = options.functions(client);
  if (mode.kind === "embedded") refuseHiddenOptions(functions);
  const handler = serve({ client, functions });
  const jobs =
    mode.kind === "embedded"
      ? await startEmbedded({
          ...{ ...options, handler, checkpoints },
          signingKey: client.signingKey ?? "",
        })
      : startOutboxDispatcher({ runAsSystem, log, send: (events) => client.send(events) });
  publishJobHandler(mode.kind === "embedded" ? signedOnly(handler) : handler);
  log.info({ mode: mode.kind }, "jobs started");
  return {
    mode: mode.kind,
    drain: () => jobs.drain(),
    wake: () => jobs.wake(),
    stop: () => {
      publishJobHandler(null);
      return jobs.stop();
    },
  };
}

/**
 * The SDK verifies a POST and a GET by itself. A PUT makes it register with Inngest's
 * servers first, which nobody outside may cause.
 */
function signedOnly(handler: JobHandler): JobHandler {
  return async (request) =>
    request.method === "PUT"
      ? Response.json({ message: "Unauthorized" }, { status: 401 })
      : handler(request);
}
