import fc from "fast-check";
import { expect, it } from "vitest";
import { routeMatcher } from "./route-patterns";

const PATTERNS = [
  "/",
  "/activities",
  "/activities/compare",
  "/activities/[activityId]",
  "/activities/[activityId]/sources",
  "/api/auth/[...nextauth]",
];
const match = routeMatcher(PATTERNS);

it("names a path by its file pattern", () => {
  expect(match("/")).toBe("/");
  expect(match("/activities/compare")).toBe("/activities/compare");
  expect(match("/activities/3f0c8c1e")).toBe("/activities/[activityId]");
  expect(match("/activities/3f0c8c1e/sources")).toBe("/activities/[activityId]/sources");
  expect(match("/api/auth/callback/credentials")).toBe("/api/auth/[...nextauth]");
  expect(match("/_next/static/chunks/a.js")).toBe("/_next");
});

it("puts everything else under one name, whatever is asked for", () => {
  expect(match("/activities/a/b/c")).toBe("other");
  expect(match("/api/auth")).toBe("other");
  const known = new Set([...PATTERNS, "/_next", "other"]);
  fc.assert(fc.property(fc.webPath(), (path) => known.has(match(path))));
});
