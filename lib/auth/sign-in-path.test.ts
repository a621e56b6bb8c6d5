import { describe, expect, it } from "vitest";
import { safeNextPath, signInPath } from "./sign-in-path";

describe("safeNextPath", () => {
  it.each(["/activities/1?range=90d", "/fitness"])("leads back to %s", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });
  it.each([
    null,
    undefined,
    "",
    "today",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/a\\..\\b",
    "/\tevil",
    "javascript:alert(1)",
    "/api/auth/csrf",
    "/sign-in?next=/sign-in",
    "/sign-up",
  ])("does not lead to %j", (path) => {
    expect(safeNextPath(path)).toBe("/today");
  });
});

describe("signInPath", () => {
  it("remembers where somebody was", () => {
    expect(signInPath("/activities?sport=running")).toBe(
      "/sign-in?next=%2Factivities%3Fsport%3Drunning",
    );
  });
  it("says nothing about the page that comes anyway", () => {
    expect(signInPath("/today")).toBe("/sign-in");
    expect(signInPath(null)).toBe("/sign-in");
  });
});
