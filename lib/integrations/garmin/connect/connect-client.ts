import "server-only";
import type { GarminConnect as GarminConnectClient } from "garmin-connect";
import type { Vendor, VendorAnswer } from "@/lib/integrations/http/ask-vendor";
import { failureOf, noAnswer } from "@/lib/integrations/http/vendor-failure";
import { within } from "@/lib/integrations/http/within";

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 64 * 1024 * 1024;

export type ConnectQuestion = {
  readonly path: string;
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly accept?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
};

type HttpClient = GarminConnectClient["client"];

/**
 * The HTTP client of garmin-connect, one for each use. What its own answer handling would do
 * is taken out: it renews tokens in variables that all clients of the process share, waits for
 * ever after one failed renewal, forgets status and Retry-After, and prints whole answers.
 */
export async function connectClient(baseUrl: string, accessToken: string | null) {
  const loaded = await import("garmin-connect");
  // CommonJS: Node gives its exports as the default, a bundler gives them by name.
  const { GarminConnect } = "default" in loaded ? (loaded.default as typeof loaded) : loaded;
  // Without an object it throws; neither is ever sent.
  const { client } = new GarminConnect({ username: "-", password: "-" });
  client.client.interceptors.response.clear();
  Object.assign(client.client.defaults, {
    timeout: TIMEOUT_MS,
    // Nobody has agreed to send a token elsewhere.
    maxRedirects: 0,
    maxContentLength: MOST_BYTES,
  });
  const origin = baseUrl.replace(/\/+$/, "");
  Object.assign(client.url, {
    GC_API: origin,
    GARMIN_SSO_ORIGIN: origin,
    GC_MODERN: `${origin}/modern`,
  });
  if (accessToken !== null) client.oauth2Token = { access_token: accessToken } as OAuth2Token;
  return client;
}

type OAuth2Token = NonNullable<HttpClient["oauth2Token"]>;

/** One request with the athlete's token. Throws `SourceError` for anything but a whole 2xx. */
export async function askConnect(
  vendor: Vendor,
  baseUrl: string,
  accessToken: string,
  question: ConnectQuestion,
): Promise<VendorAnswer> {
  const client = await connectClient(baseUrl, accessToken);
  return withinLimits(vendor, (signal) => asked(vendor, client, question, signal));
}

/** Under the provider's policy and within the time limit, from the question to the last byte. */
export function withinLimits<T>(
  vendor: Vendor,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const call = vendor.call ?? ((inner) => inner(new AbortController().signal));
  return call((signal) => within(signal, vendor.timeoutMs ?? TIMEOUT_MS, work));
}

async function asked(
  vendor: Vendor,
  client: HttpClient,
  { path, method = "GET", accept = "application/json", body }: ConnectQuestion,
  signal: AbortSignal,
): Promise<VendorAnswer> {
  const response = await client.client
    .request<Buffer>({
      url: client.url.GC_API + path,
      method,
      headers: { accept, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { data: JSON.stringify(body) }),
      responseType: "arraybuffer",
      validateStatus: () => true,
      signal,
    })
    .catch((error: unknown) => {
      throw noAnswer(vendor, error);
    });
  const headers = headersOf(response.headers);
  if (response.status < 200 || response.status > 299) {
    throw failureOf(vendor, response.status, headers);
  }
  return { status: response.status, headers, bytes: new Uint8Array(response.data) };
}

export function headersOf(headers: object): Headers {
  return new Headers(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
