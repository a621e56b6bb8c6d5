const OTHER = "other";

/**
 * The file pattern of a path ("/activities/[activityId]"), from the patterns that there are:
 * what is none of them is "other", so that nobody can make up labels by asking for pages.
 */
export function routeMatcher(patterns: readonly string[]): (path: string) => string {
  const fixed = new Set(patterns.filter((pattern) => !pattern.includes("[")));
  const dynamic = patterns
    .filter((pattern) => pattern.includes("["))
    .map((pattern) => ({ pattern, parts: pattern.split("/") }))
    // A fixed part before a free one, as the router does it.
    .sort((a, b) => rank(a.parts) - rank(b.parts));
  return (path) => {
    if (fixed.has(path)) return path;
    if (path.startsWith("/_next/")) return "/_next";
    const parts = path.split("/");
    return dynamic.find((one) => fits(one.parts, parts))?.pattern ?? OTHER;
  };
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  const last = pattern.at(-1) ?? "";
  const isOpen = last.startsWith("[...") || last.startsWith("[[...");
  if (isOpen ? path.length < pattern.length : path.length !== pattern.length) return false;
  return pattern.every((part, index) => part.startsWith("[") || part === path[index]);
}

function rank(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith("[")).length;
}
