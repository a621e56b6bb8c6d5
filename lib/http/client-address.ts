import { isIPv4, isIPv6 } from "node:net";

type HeaderBag = { get(name: string): string | null };

/**
 * The address that a request came from: the last hop of X-Forwarded-For. That is the
 * socket's own address (see `distrustForwardedHeaders`) or what our reverse proxy saw.
 * Null when nobody can say.
 */
export function clientAddress(headers: HeaderBag): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const address = last.startsWith("::ffff:") ? last.slice("::ffff:".length) : last;
  return isIPv4(address) || isIPv6(address) ? address : null;
}

/**
 * The network part only: what is kept, and what is counted. One subscriber owns a whole
 * IPv6 /64, and an IPv4 address with its last number cut tells nobody apart for certain.
 */
export function addressPrefix(address: string | null, ipv4Parts: 3 | 4 = 3): string | null {
  if (address === null) return null;
  if (isIPv4(address)) {
    const kept = address.split(".").slice(0, ipv4Parts);
    return ipv4Parts === 4 ? kept.join(".") : `${kept.join(".")}.0/24`;
  }
  return `${expandIPv6(address).slice(0, 4).join(":")}::/64`;
}

function expandIPv6(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  return groups.map((group) => Number.parseInt(group, 16).toString(16));
}
