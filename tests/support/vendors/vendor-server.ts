import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { type BadDay, damaged, matches } from "./bad-days";

export type VendorRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
};

/** `json` is sent as JSON, `body` as it is; neither is an empty body. */
export type VendorAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
};

export type VendorRoute = {
  readonly method: string;
  /** Of the whole path; named groups are handed to `answer`. */
  readonly path: RegExp;
  answer(
    request: VendorRequest,
    parts: Readonly<Record<string, string>>,
  ): VendorAnswer | Promise<VendorAnswer>;
};

export type VendorServer = {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  /** What was asked, oldest first; of a great many the newest. */
  readonly requests: readonly VendorRequest[];
  /** How often it was asked in all. */
  readonly asked: number;
  /** Requests that have no answer yet. */
  readonly open: number;
  /** The most requests that were being answered at the same time. */
  readonly mostAtOnce: number;
  /** A bad day: asked for first are worked off first. */
  fail(day: BadDay): void;
  /** All is well from here on. */
  recover(): void;
  /** Drops every connection: who still waits for an answer gets none. */
  hangUp(): void;
  /** Seconds that the Date header is ahead of the truth. */
  skewClock(seconds: number): void;
  close(): Promise<void>;
};

const MOST_REQUESTS_KEPT = 20_000;

/** An HTTP server on this machine that plays a vendor, its good and its bad days; any free port. */
export async function startVendorServer(
  routes: readonly VendorRoute[],
  port = 0,
): Promise<VendorServer> {
  const requests: VendorRequest[] = [];
  const badDays: { day: BadDay; left: number }[] = [];
  let skewS = 0;
  let asked = 0;
  let atOnce = 0;
  let mostAtOnce = 0;

  const badDayOf = (request: VendorRequest): BadDay | null => {
    const found = badDays.find(({ day, left }) => left > 0 && matches(day, request));
    if (!found) return null;
    found.left -= 1;
    return found.day;
  };
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await received(incoming);
    asked += 1;
    requests.push(request);
    if (requests.length > MOST_REQUESTS_KEPT) requests.shift();
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.once("close", () => {
      atOnce -= 1;
    });
    const day = badDayOf(request);
    // A clock that is wrong is one for the whole of a day, not for one header.
    const nowMs = Date.now() + (day?.skewS ?? skewS) * 1000;
    const answer = day
      ? await damaged(day, nowMs, () => answered(routes, request))
      : await answered(routes, request);
    if (answer !== "silence") send(response, answer, nowMs, day?.how === "half_body");
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(`The vendor server itself failed: ${String(error)}`);
    });
  });
  // A test that stalls for seconds must not find its connection closed: that is a bad day's matter.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get asked() {
      return asked;
    },
    get open() {
      return atOnce;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    fail: (day) => void badDays.push({ day, left: day.times ?? 1 }),
    recover: () => void badDays.splice(0),
    hangUp: () => server.closeAllConnections(),
    skewClock: (seconds) => {
      skewS = seconds;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function received(incoming: IncomingMessage): Promise<VendorRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const url = new URL(incoming.url ?? "/", "http://vendor");
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

async function answered(
  routes: readonly VendorRoute[],
  request: VendorRequest,
): Promise<VendorAnswer> {
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(request.path) : null;
    if (!match) continue;
    const parts = Object.entries(match.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ]);
    return route.answer(request, Object.fromEntries(parts));
  }
  return { status: 404, json: { message: "HTTP 404 Not Found", error: "NotFoundException" } };
}

function send(
  response: ServerResponse,
  answer: VendorAnswer,
  nowMs: number,
  isHalf: boolean,
): void {
  const body = bytesOf(answer);
  response.sendDate = false;
  response.writeHead(answer.status ?? 200, {
    date: new Date(nowMs).toUTCString(),
    ...("json" in answer && { "content-type": "application/json" }),
    ...(answer.status !== 204 && { "content-length": body.length }),
    ...answer.headers,
  });
  if (isHalf) {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  } else response.end(body);
}

function bytesOf({ json, body }: VendorAnswer): Uint8Array {
  if (json !== undefined) return Buffer.from(JSON.stringify(json));
  return typeof body === "string" ? Buffer.from(body) : (body ?? new Uint8Array());
}
