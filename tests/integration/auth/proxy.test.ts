import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";

const settings = vi.hoisted(() => ({ isHttps: true, isProduction: true }));
vi.mock("@/lib/env", () => ({ env: () => settings }));
const { config, proxy } = await import("@/proxy");
const { default: nextConfig } = await import("../../../next.config.mjs");

function send(path: string, headers: Record<string, string> = {}) {
  const response = proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
  // What Next hands to the page: the overridden request headers travel on the response.
  const forwarded = (name: string) => response.headers.get(`x-middleware-request-${name}`);
  return { headers: response.headers, forwarded };
}

describe("the proxy", () => {
  beforeEach(() => {
    settings.isHttps = true;
  });

  it("gives each page a nonce of its own, to the page and to the browser", () => {
    const { headers, forwarded } = send("/today");
    const nonce = forwarded("x-nonce");
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(forwarded("content-security-policy")).toBe(headers.get("content-security-policy"));
    expect(send("/today").forwarded("x-nonce")).not.toBe(nonce);
  });

  it("believes no nonce, policy or path from outside", () => {
    const { forwarded } = send("/today", {
      "x-nonce": "planted",
      "content-security-policy": "script-src *",
      "x-formline-path": "//evil.example",
    });
    expect(forwarded("x-nonce")).not.toBe("planted");
    expect(forwarded("content-security-policy")).not.toContain("script-src *");
    expect(forwarded("x-formline-path")).toBe("/today");
  });

  it("says where the person was, without Next's own parameter", () => {
    const path = "/activities?sport=running&_rsc=abc";
    expect(send(path).forwarded("x-formline-path")).toBe("/activities?sport=running");
  });

  it("makes the request id, or keeps a well-formed one", () => {
    const kept = send("/today", { "x-request-id": "request-42" });
    expect(kept.headers.get("x-request-id")).toBe("request-42");
    expect(kept.forwarded("x-request-id")).toBe("request-42");
    const made = send("/today", { "x-request-id": 'x"}\t{' });
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.forwarded("x-request-id")).toBe(made.headers.get("x-request-id"));
  });

  it("asks for https only where there is https", () => {
    expect(send("/today").headers.get("strict-transport-security")).toContain("max-age=63072000");
    settings.isHttps = false;
    expect(send("/today").headers.has("strict-transport-security")).toBe(false);
  });

  it("leaves the policy of handlers to the static one", () => {
    expect(send("/api/imports").headers.has("content-security-policy")).toBe(false);
    expect(send("/api/imports").headers.has("x-request-id")).toBe(true);
  });

  it("sees every page and no static file, upload or job call", () => {
    const matcher = new RegExp(`^${config.matcher[0]}$`);
    for (const path of ["/", "/today", "/activities/a1", "/sign-in", "/api/imports"]) {
      expect(path).toMatch(matcher);
    }
    for (const path of [
      "/api/uploads",
      "/api/inngest",
      "/_next/static/chunks/a.js",
      "/icon.svg",
      "/manifest.webmanifest",
    ]) {
      expect(path).not.toMatch(matcher);
    }
  });
});

describe("the static headers", () => {
  const of = async (source: string) => {
    const entries = (await nextConfig.headers?.()) ?? [];
    const headers = entries.find((entry) => entry.source === source)?.headers ?? [];
    return new Map(headers.map(({ key, value }) => [key.toLowerCase(), value]));
  };

  it("are on every answer", async () => {
    const headers = await of("/:path*");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
  });

  it("make what a handler answers inert and uncached", async () => {
    const headers = await of("/api/:path*");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none';.*sandbox$/);
    expect(headers.get("cache-control")).toBe("no-store");
  });
});
