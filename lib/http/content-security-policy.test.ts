import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

function directives(options: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}) {
  const policy = contentSecurityPolicy({
    nonce: "bm9uY2U=",
    isHttps: true,
    isDevelopment: false,
    ...options,
  });
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values.join(" ")];
    }),
  );
}

describe("contentSecurityPolicy", () => {
  it("runs only scripts that carry the nonce", () => {
    expect(directives().get("script-src")).toBe("'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(directives().get("script-src-attr")).toBe("'none'");
  });
  it("allows inline styles as attributes, never as elements", () => {
    expect(directives().get("style-src")).toBe("'self' 'nonce-bm9uY2U='");
    expect(directives().get("style-src-attr")).toBe("'unsafe-inline'");
  });
  it("closes what a training platform does not need", () => {
    for (const name of ["object-src", "base-uri", "frame-ancestors", "frame-src"]) {
      expect(directives().get(name)).toBe("'none'");
    }
    for (const name of ["default-src", "connect-src", "font-src", "form-action", "worker-src"]) {
      expect(directives().get(name)).toBe("'self'");
    }
  });
  it("names no other origin and evaluates nothing in production", () => {
    const text = [...directives().values()].join(" ");
    expect(text).not.toMatch(/https?:|ws:|\*|unsafe-eval/);
  });
  it("upgrades requests only where there is https", () => {
    expect(directives().has("upgrade-insecure-requests")).toBe(true);
    expect(directives({ isHttps: false }).has("upgrade-insecure-requests")).toBe(false);
  });
});
