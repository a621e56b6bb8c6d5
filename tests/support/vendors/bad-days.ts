import type { VendorAnswer, VendorRequest } from "./vendor-server";

/** What goes wrong, for the next `times` requests that it concerns. */
export type BadDay = {
  /** The path itself, or a pattern of paths; absent: every path. */
  readonly path?: string | RegExp;
  /** An error answer with this status. */
  readonly status?: number;
  /**
   * - "timeout": is never answered
   * - "half_body": the line breaks in the middle of the right answer
   * - "html": a page instead of data, with status 200
   * - "empty_204", "null", "empty_list": nothing, as the vendors have said it
   * - "all_null": the right answer with its days and names, but no value in it
   * - "late": the right answer after `delayMs`
   */
  readonly how?:
    | "timeout"
    | "half_body"
    | "html"
    | "empty_204"
    | "null"
    | "empty_list"
    | "all_null"
    | "late";
  /** 1 unless told. */
  readonly times?: number;
  /** Sent as seconds, or as a date by the (skewed) clock of the answer. */
  readonly retryAfterS?: number;
  readonly retryAfterAs?: "seconds" | "date";
  /** Seconds that this answer's clock is ahead. */
  readonly skewS?: number;
  readonly delayMs?: number;
};

export function matches({ path }: BadDay, request: VendorRequest): boolean {
  if (path === undefined) return true;
  return typeof path === "string" ? path === request.path : path.test(request.path);
}

/** What is answered on this day in place of the right answer; "silence" for none at all. */
export async function damaged(
  day: BadDay,
  nowMs: number,
  right: () => Promise<VendorAnswer>,
): Promise<VendorAnswer | "silence"> {
  if (day.status !== undefined) {
    return {
      status: day.status,
      headers: retryAfter(day, nowMs),
      json: { message: `HTTP ${day.status}`, error: "SomeException" },
    };
  }
  if (day.how === "late") await new Promise((resolve) => setTimeout(resolve, day.delayMs ?? 100));
  return instead(day, right);
}

async function instead(
  { how }: BadDay,
  right: () => Promise<VendorAnswer>,
): Promise<VendorAnswer | "silence"> {
  switch (how) {
    case "timeout":
      return "silence";
    case "html":
      return {
        headers: { "content-type": "text/html" },
        body: "<!doctype html><title>Sign in</title><p>Please sign in.",
      };
    case "empty_204":
      return { status: 204 };
    case "null":
      return { json: null };
    case "empty_list":
      return { json: [] };
    case "all_null": {
      const answer = await right();
      return "json" in answer ? { ...answer, json: withoutValues(answer.json) } : answer;
    }
    default:
      return right();
  }
}

function retryAfter(day: BadDay, nowMs: number): Record<string, string> {
  if (day.retryAfterS === undefined) return {};
  return {
    "retry-after":
      day.retryAfterAs === "date"
        ? new Date(nowMs + day.retryAfterS * 1000).toUTCString()
        : String(day.retryAfterS),
  };
}

/** Numbers become null; what names a day or a thing stays. */
function withoutValues(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutValues(item, key));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, withoutValues(inner, name)]),
    );
  }
  return typeof value === "number" && !/id$/i.test(key) ? null : value;
}
