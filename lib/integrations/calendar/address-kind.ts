import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * - "public": anybody's server
 * - "private": this machine or the network around it
 * - "never": no server at all, or one that gives a machine its secrets (link-local)
 */
export type AddressKind = "public" | "private" | "never";

const PRIVATE = listOf([
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["::1", 128],
  ["fc00::", 7],
]);

const NEVER = listOf([
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]);

/** What is reached at all: global unicast without what stands for something else. */
const GLOBAL_V6 = listOf([["2000::", 3]]);
const NEVER_V6 = listOf([
  ["2001::", 23],
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["5f00::", 16],
]);

/** Where an address of the older kind stands inside, and from which of the eight groups on. */
const EMBEDDED = [
  { within: listOf([["::ffff:0:0", 96]]), group: 6 },
  { within: listOf([["64:ff9b::", 96]]), group: 6 },
  { within: listOf([["2002::", 16]]), group: 1 },
];

/** What kind of place an IP address is; what is no address is "never". */
export function addressKind(address: string): AddressKind {
  if (isIPv4(address)) {
    if (NEVER.check(address, "ipv4")) return "never";
    return PRIVATE.check(address, "ipv4") ? "private" : "public";
  }
  if (!isIPv6(address) || address.includes("%")) return "never";
  for (const { within, group } of EMBEDDED) {
    if (within.check(address, "ipv6")) return addressKind(embeddedAddress(address, group));
  }
  if (PRIVATE.check(address, "ipv6")) return "private";
  if (!GLOBAL_V6.check(address, "ipv6") || NEVER_V6.check(address, "ipv6")) return "never";
  return "public";
}

function embeddedAddress(address: string, group: number): string {
  const groups = groupsOf(address);
  return groups
    .slice(group, group + 2)
    .flatMap((value) => [value >> 8, value & 0xff])
    .join(".");
}

/** The eight groups of an IPv6 address, as the URL parser writes it. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = plain.split("::");
  const numbers = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const [before, after] = [numbers(head), numbers(tail ?? "")];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<number>(gap).fill(0), ...after];
}

function listOf(nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) {
    list.addSubnet(net, prefix, net.includes(":") ? "ipv6" : "ipv4");
  }
  return list;
}
