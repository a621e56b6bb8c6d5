import { beforeEach, describe, expect, it, vi } from "vitest";

const settings = { publicUrl: "https://formline.example", trustProxy: false };
vi.mock("@/lib/env", () => ({ env: () => settings }));
const { assertSameOrigin } = await import("./assert-same-origin");

const check = (headers: Record<string, string>) => () => assertSameOrigin(new Headers(headers));

describe("assertSameOrigin", () => {
  beforeEach(() => {
    settings.trustProxy = false;
  });

  it.each([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: "https://formline.example" },
    { origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000" },
  ])("accepts %j", (headers) => {
    expect(check(headers)).not.toThrow();
  });

  it.each([
    {},
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "https://formline.example" },
    { origin: "null" },
    { origin: "https://evil.example", host: "formline.example" },
    { origin: "https://formline.example.evil.example" },
    { host: "formline.example" },
    { origin: "https://evil.example", host: "a", "x-forwarded-host": "evil.example" },
  ])("refuses %j", (headers) => {
    expect(check(headers)).toThrow("did not come from this site");
  });

  it("believes the reverse proxy's host only when told to", () => {
    const headers = {
      origin: "https://a.example",
      host: "app:3000",
      "x-forwarded-host": "a.example",
    };
    expect(check(headers)).toThrow();
    settings.trustProxy = true;
    expect(check(headers)).not.toThrow();
  });
});
