import "server-only";
import type { Provider } from "@/lib/training/source/providers";
import { failureOf, misunderstood, noAnswer } from "./vendor-failure";
import { within } from "./within";

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** Wraps every request: the provider's breaker, bulkhead and time limit. */
export type VendorCall = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

export type Vendor = {
  readonly provider: Provider;
  /** As athletes know it: errors name it. */
  readonly name: string;
  readonly call?: VendorCall | undefined;
  /** Milliseconds, from the question to the last byte. */
  readonly timeoutMs?: number | undefined;
  /** Told of every answer, also a refusal: for rate budgets that stand in headers. */
  readonly heard?: ((status: number, headers: Headers) => void) | undefined;
};

export type VendorQuestion = {
  readonly url: URL;
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
  /** An answer that is longer is not taken; 16 MiB unless told. */
  readonly mostBytes?: number;
};

export type VendorAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** One request. Throws `SourceError` for anything but a whole 2xx answer. */
export async function askVendor(vendor: Vendor, question: VendorQuestion): Promise<VendorAnswer> {
  const call: VendorCall = vendor.call ?? ((work) => work(new AbortController().signal));
  const ms = vendor.timeoutMs ?? TIMEOUT_MS;
  return call((signal) => within(signal, ms, (limit) => asked(vendor, question, limit)));
}

/** The answer as JSON; what vendors say for "nothing" (204, no body, null, []) is null. */
export async function askForJson(vendor: Vendor, question: VendorQuestion): Promise<unknown> {
  return jsonOf(vendor, await askVendor(vendor, question));
}

export function jsonOf(vendor: Vendor, { status, bytes }: VendorAnswer): unknown {
  const text = new TextDecoder().decode(bytes).trim();
  if (status === 204 || text === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the answer, which may hold health data.
    throw misunderstood(vendor, status);
  }
  return Array.isArray(value) && value.length === 0 ? null : value;
}

async function asked(
  vendor: Vendor,
  { url, method = "GET", headers, body, mostBytes = MOST_BYTES }: VendorQuestion,
  signal: AbortSignal,
): Promise<VendorAnswer> {
  const response = await fetch(url, {
    method,
    headers: { accept: "application/json", ...headers },
    ...(body !== undefined && { body }),
    // Nobody has agreed to send a key elsewhere.
    redirect: "manual",
    signal,
  }).catch((error: unknown) => {
    throw noAnswer(vendor, error);
  });
  vendor.heard?.(response.status, response.headers);
  if (!response.ok) {
    await response.body?.cancel().catch(() => undefined);
    throw failureOf(vendor, response.status, response.headers);
  }
  const bytes = await bytesOf(response, mostBytes).catch((error: unknown) => {
    throw noAnswer(vendor, error);
  });
  if (bytes === null) throw misunderstood(vendor, response.status);
  return { status: response.status, headers: response.headers, bytes };
}

/** Null when there are more than `mostBytes`. */
async function bytesOf(response: Response, mostBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
