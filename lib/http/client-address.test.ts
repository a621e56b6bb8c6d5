import { describe, expect, it } from "vitest";
import { addressPrefix, clientAddress } from "./client-address";

const from = (forwarded: string) => clientAddress(new Headers({ "x-forwarded-for": forwarded }));

describe("clientAddress", () => {
  it("believes the last hop only", () => {
    expect(from("203.0.113.9")).toBe("203.0.113.9");
    expect(from("1.2.3.4, 203.0.113.9")).toBe("203.0.113.9");
    expect(from("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(from("2001:db8::1")).toBe("2001:db8::1");
  });
  it("is unknown rather than invented", () => {
    expect(from("unknown")).toBeNull();
    expect(from("203.0.113.9:443")).toBeNull();
    expect(clientAddress(new Headers())).toBeNull();
  });
});

describe("addressPrefix", () => {
  it("keeps the network", () => {
    expect(addressPrefix("203.0.113.9")).toBe("203.0.113.0/24");
    expect(addressPrefix("203.0.113.9", 4)).toBe("203.0.113.9");
    expect(addressPrefix("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(addressPrefix("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(addressPrefix("::1")).toBe("0:0:0:0::/64");
    expect(addressPrefix(null)).toBeNull();
  });
  it("is one for all writings of an address", () => {
    const same = ["2001:db8:0:0:1::", "2001:0db8::1:0:0:0", "2001:DB8:0::9"];
    expect(new Set(same.map((address) => addressPrefix(address))).size).toBe(1);
  });
});
