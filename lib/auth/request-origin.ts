import "server-only";
import { addressPrefix, clientAddress } from "@/lib/http/client-address";

type HeaderBag = { get(name: string): string | null };

/** Where a request came from, as far as it is counted and kept. */
export type RequestOrigin = {
  /** What attempts are counted by; null when unknown. */
  readonly address: string | null;
  /** What is kept with a session and in the audit log. */
  readonly addressPrefix: string | null;
  readonly userAgent: string | null;
};

export const LOCAL_ORIGIN: RequestOrigin = { address: null, addressPrefix: null, userAgent: null };

export function requestOrigin(headers: HeaderBag): RequestOrigin {
  const address = clientAddress(headers);
  return {
    address: addressPrefix(address, 4),
    addressPrefix: addressPrefix(address),
    userAgent: headers.get("user-agent")?.slice(0, 256) ?? null,
  };
}
