import { randomBytes } from "node:crypto";
import { Inngest } from "inngest";
import { enqueueEvent, type OutgoingEvent } from "@/db/mutations/enqueue-event";
import type { RunAsSystem } from "@/db/scope";
import { AppError } from "@/lib/errors";
import type { Logger } from "@/lib/logger";
import type { Checkpoints } from "./embedded/checkpoints";
import { jobMiddleware } from "./job-middleware";
import { sdkLogger } from "./sdk-logger";

/** The app's name on an Inngest server, and the prefix of every function id. */
export const INNGEST_APP_ID = "formline";

/** Who executes the functions: this process, or an Inngest server (cloud, self-hosted, dev). */
export type InngestMode =
  | { readonly kind: "embedded" }
  | {
      readonly kind: "server";
      readonly eventKey: string | null;
      readonly signingKey: string | null;
      readonly signingKeyFallback: string | null;
      readonly baseUrl: string | null;
      /** True, or the URL of a dev server, which checks no keys. */
      readonly dev: boolean | string;
    };

export type InngestOptions = {
  readonly mode: InngestMode;
  /** Where events that functions send are kept in embedded mode. */
  readonly runAsSystem: RunAsSystem;
  readonly log: Logger;
  /** Where results of steps are reported in embedded mode. */
  readonly checkpoints?: Checkpoints;
};

/**
 * The mode that the environment asks for (`env().inngest`): a server when anything names one.
 * Throws AppError "invalid_input" for a server without keys: events would pile up unsent.
 */
export function inngestMode(settings: Omit<InngestMode & { kind: "server" }, "kind">): InngestMode {
  const { eventKey, signingKey, baseUrl, dev } = settings;
  if (!eventKey && !signingKey && !baseUrl && !dev) return { kind: "embedded" };
  if (!dev && (!eventKey || !signingKey)) {
    throw new AppError(
      "invalid_input",
      "An Inngest server needs both INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY. Set them, or unset every INNGEST_ variable to run the jobs in this process.",
    );
  }
  return { kind: "server", ...settings };
}

/**
 * The client that every function is made with. In embedded mode it never leaves the
 * process: events go to the outbox, and calls are signed with a key that lives as long as
 * the process, so that a POST from outside gets 401.
 */
export function createInngest({ mode, runAsSystem, log, checkpoints }: InngestOptions) {
  const sdkLog = sdkLogger(log.child({ component: "inngest" }));
  const shared = {
    id: INNGEST_APP_ID,
    logger: sdkLog,
    internalLogger: sdkLog,
    middleware: [jobMiddleware(log)],
    aiMetadata: false,
  };
  if (mode.kind === "embedded") {
    return new Inngest({
      ...shared,
      isDev: false,
      eventKey: "embedded",
      baseUrl: "http://embedded.invalid",
      signingKey: `signkey-embedded-${randomBytes(32).toString("hex")}`,
      fetch: async (url: RequestInfo | URL, init?: RequestInit) => {
        const { pathname } = new URL(url instanceof Request ? url.url : url);
        const body: unknown = JSON.parse(String(init?.body ?? null));
        const answer = await checkpoints?.answer(pathname, body);
        return answer ?? keepEvents(runAsSystem, pathname, body);
      },
    });
  }
  const baseUrl = typeof mode.dev === "string" ? mode.dev : mode.baseUrl;
  return new Inngest({
    ...shared,
    isDev: mode.dev !== false,
    ...(mode.eventKey === null ? {} : { eventKey: mode.eventKey }),
    ...(mode.signingKey === null ? {} : { signingKey: mode.signingKey }),
    ...(mode.signingKeyFallback === null ? {} : { signingKeyFallback: mode.signingKeyFallback }),
    ...(baseUrl === null ? {} : { baseUrl }),
  });
}

/** What functions are made with: `inngest.createFunction`. */
export type InngestClient = ReturnType<typeof createInngest>;

/** Stands in for the network: events are written to the outbox, anything else is refused. */
async function keepEvents(
  runAsSystem: RunAsSystem,
  pathname: string,
  body: unknown,
): Promise<Response> {
  if (!pathname.startsWith("/e/")) {
    throw new Error(`${pathname} needs an Inngest server, and none is configured.`);
  }
  const events = [body].flat() as OutgoingEvent[];
  await runAsSystem((tx) => enqueueEvent(tx, events));
  return Response.json({ ids: events.map((event) => event.id ?? ""), status: 200 });
}
