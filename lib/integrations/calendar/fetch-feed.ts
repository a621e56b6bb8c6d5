import "server-only";
import { lookup as resolve } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { failureOf, misunderstood, noAnswer } from "@/lib/integrations/http/vendor-failure";
import { within } from "@/lib/integrations/http/within";
import { SourceError } from "@/lib/integrations/source-ports";
import { addressKind } from "./address-kind";
import { feedUrl } from "./feed-url";

export const CALENDAR = { provider: "calendar", name: "The calendar's server" } as const;

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 3;

export type FeedAccess = {
  /** Servers in the network around this one, and without encryption. */
  readonly allowsPrivate: boolean;
  /** Instead of the system's: every address that a name leads to. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly timeoutMs?: number;
};

export type FetchedFeed = {
  readonly bytes: Uint8Array;
  /** What tells the next time whether it has changed. */
  readonly etag: string | null;
  readonly lastModified: string | null;
};

export type KnownFeed = { readonly etag: string | null; readonly lastModified: string | null };

/**
 * The bytes behind an address that somebody typed; null when they are as `known`. Asks no server
 * that the operator does not allow, and connects to the very address that was checked. Throws
 * `SourceError`, which never holds the address.
 */
export async function fetchFeed(
  url: URL,
  known: KnownFeed,
  access: FeedAccess,
  signal: AbortSignal,
): Promise<FetchedFeed | null> {
  try {
    const ms = access.timeoutMs ?? TIMEOUT_MS;
    return await within(signal, ms, (limit) => follow(url, known, access, limit));
  } catch (error) {
    throw noAnswer(CALENDAR, error);
  }
}

async function follow(url: URL, known: KnownFeed, access: FeedAccess, signal: AbortSignal) {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await ask(at, known, access, signal);
    const { statusCode: status = 0, headers } = answer;
    if (status === 304) {
      answer.destroy();
      return null;
    }
    if (status === 200) {
      const bytes = await bodyOf(answer);
      return {
        bytes,
        etag: headers.etag ?? null,
        lastModified: headers["last-modified"] ?? null,
      };
    }
    answer.destroy();
    const location = [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined;
    if (location === undefined) {
      throw failureOf(CALENDAR, status, new Headers(retryAfter(answer)));
    }
    at = redirected(at, location, access);
  }
  throw new SourceError("calendar", "misunderstood", "The calendar's server leads in circles.");
}

function retryAfter({ headers }: IncomingMessage): Record<string, string> {
  const { date } = headers;
  const after = headers["retry-after"];
  return { ...(date && { date }), ...(after && { "retry-after": after }) };
}

/** Passwords go to nobody else; what was encrypted stays so. */
function redirected(from: URL, location: string, access: FeedAccess): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : null;
  const allowsHttp = access.allowsPrivate && from.protocol === "http:";
  try {
    if (to) return feedUrl(to.href, allowsHttp);
  } catch {
    // Said below.
  }
  throw new SourceError(
    "calendar",
    "forbidden",
    "The calendar's server leads to where Formline may not go.",
  );
}

async function ask(
  url: URL,
  { etag, lastModified }: KnownFeed,
  access: FeedAccess,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const address = await checkedAddress(url, access);
  const lookup: LookupFunction = (_host, options, callback) => {
    const family = isIP(address);
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const credentials = [url.username, url.password].map(decodeURIComponent).join(":");
  const headers = {
    accept: "text/calendar, */*;q=0.1",
    "accept-encoding": "gzip, identity",
    "user-agent": "Formline",
    ...(etag !== null && { "if-none-match": etag }),
    ...(lastModified !== null && { "if-modified-since": lastModified }),
    ...(url.username !== "" && {
      authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
    }),
  };
  const { protocol, hostname, port, pathname, search } = url;
  const path = `${pathname}${search}`;
  const host = hostname.replace(/^\[|\]$/g, "");
  return new Promise((done, failed) => {
    // No agent: a kept connection would not be checked again.
    const options = { protocol, host, port, path, headers, lookup, signal, agent: false };
    request(options, done).on("error", failed).end();
  });
}

/** The address to connect to. A name that leads to several must lead to no forbidden one. */
async function checkedAddress(url: URL, access: FeedAccess): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await (access.resolve ?? addressesOf)(host);
  const isAllowed = (address: string) => {
    const kind = addressKind(address);
    return kind === "public" || (kind === "private" && access.allowsPrivate);
  };
  const [first] = addresses;
  if (first !== undefined && addresses.every(isAllowed)) return first;
  throw new SourceError(
    "calendar",
    "forbidden",
    "This address leads into a private network, where Formline fetches no calendars unless its operator allows it.",
  );
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await resolve(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

async function bodyOf(answer: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += (chunk as Uint8Array).byteLength;
    if (length > MOST_BYTES) throw tooLarge();
    chunks.push(chunk as Uint8Array);
  }
  const bytes = Buffer.concat(chunks);
  const encoding = answer.headers["content-encoding"] ?? "identity";
  if (encoding === "identity") return bytes;
  if (encoding !== "gzip") throw misunderstood(CALENDAR, answer.statusCode);
  return promisify(gunzip)(bytes, { maxOutputLength: MOST_BYTES }).catch(
    (error: { code?: unknown }) => {
      const isTooLarge = error.code === "ERR_BUFFER_TOO_LARGE";
      throw isTooLarge ? tooLarge() : misunderstood(CALENDAR, answer.statusCode);
    },
  );
}

function tooLarge(): SourceError {
  return new SourceError(
    "calendar",
    "misunderstood",
    "The calendar is larger than 5 MB, which Formline does not read.",
  );
}
