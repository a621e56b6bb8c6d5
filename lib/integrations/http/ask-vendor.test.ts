import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BadDay } from "@/tests/support/vendors/bad-days";
import { startVendorServer, type VendorServer } from "@/tests/support/vendors/vendor-server";
import { SourceError } from "../source-ports";
import { askForJson, askVendor, type Vendor } from "./ask-vendor";

const SECRET = "s3cret-of-the-athlete";
const GARMIN: Vendor = { provider: "garmin_personal", name: "Garmin", timeoutMs: 500 };

let server: VendorServer;
beforeEach(async () => {
  server = await startVendorServer([
    {
      method: "GET",
      path: /^\/day$/,
      answer: () => ({ json: { steps: 8200, day: "2026-11-20" } }),
    },
    { method: "GET", path: /^\/text$/, answer: ({ query }) => ({ body: query.get("is") ?? "" }) },
    {
      method: "GET",
      path: /^\/moved$/,
      answer: () => ({ status: 302, headers: { location: "/day" } }),
    },
    {
      method: "POST",
      path: /^\/echo$/,
      answer: ({ body, headers }) => ({
        json: { body: Buffer.from(body).toString(), type: headers["content-type"] },
      }),
    },
  ]);
});
afterEach(() => server.close());

const question = (path: string) => ({
  url: new URL(`${path}${path.includes("?") ? "&" : "?"}token=${SECRET}`, server.url),
  headers: { authorization: `Bearer ${SECRET}` },
});
const ask = (path = "/day", vendor = GARMIN) => askForJson(vendor, question(path));

/** Every text that an error carries, its causes included. */
function everythingSaid(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, JSON.stringify(error), everythingSaid(error.cause)].join(
    "\n",
  );
}

describe("askVendor", () => {
  it("gives the answer, and sends what it was told to", async () => {
    expect(await ask()).toEqual({ steps: 8200, day: "2026-11-20" });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    const url = new URL("/echo", server.url);
    expect(
      await askForJson(GARMIN, { url, method: "POST", body: new URLSearchParams({ a: "b c" }) }),
    ).toEqual({ body: "a=b+c", type: "application/x-www-form-urlencoded;charset=UTF-8" });
  });

  it.each(["", " ", "null", "[]"])("takes %j for nothing", async (text) => {
    expect(await ask(`/text?is=${encodeURIComponent(text)}`)).toBeNull();
  });

  it("takes 204 for nothing, and a 0 for a 0", async () => {
    server.fail({ how: "empty_204" });
    expect(await ask()).toBeNull();
    expect(await ask("/text?is=0")).toBe(0);
  });

  const failures: readonly (readonly [string, BadDay, string, number | null])[] = [
    ["401", { status: 401 }, "signed_out", null],
    ["403", { status: 403 }, "forbidden", null],
    ["404", { status: 404 }, "not_found", null],
    ["410", { status: 410 }, "not_found", null],
    ["400", { status: 400 }, "refused", null],
    ["409", { status: 409 }, "refused", null],
    ["429 alone", { status: 429 }, "rate_limited", null],
    ["429 with seconds", { status: 429, retryAfterS: 14 }, "rate_limited", 14],
    ["429 with a date", { status: 429, retryAfterS: 90, retryAfterAs: "date" }, "rate_limited", 90],
    [
      "429 by a clock an hour ahead",
      { status: 429, retryAfterS: 90, retryAfterAs: "date", skewS: 3600 },
      "rate_limited",
      90,
    ],
    ["429 for ten years", { status: 429, retryAfterS: 315_360_000 }, "rate_limited", 86_400],
    ["500", { status: 500 }, "unavailable", null],
    ["503 with seconds", { status: 503, retryAfterS: 30 }, "unavailable", 30],
    ["silence", { how: "timeout" }, "unavailable", null],
    ["half a body", { how: "half_body" }, "unavailable", null],
    ["a page in place of data", { how: "html" }, "misunderstood", null],
  ];
  it.each(failures)("fails typed after %s", async (_what, day, failure, retryAfterS) => {
    server.fail(day);
    const error = await ask().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({
      failure,
      retryAfterS,
      provider: "garmin_personal",
      message: expect.stringMatching(/^Garmin .+\.$/),
    });
    expect(everythingSaid(error)).not.toContain(SECRET);
    expect(await ask()).toMatchObject({ steps: 8200 });
  });

  it("follows nobody elsewhere", async () => {
    await expect(ask("/moved")).rejects.toMatchObject({ failure: "misunderstood", status: 302 });
    expect(server.requests).toHaveLength(1);
  });

  it("takes no endless answer, and waits for nobody who is not there", async () => {
    const text = "x".repeat(2000);
    await expect(
      askVendor(GARMIN, { ...question(`/text?is=${text}`), mostBytes: 1000 }),
    ).rejects.toMatchObject({ failure: "misunderstood" });
    const nowhere = new URL(`http://127.0.0.1:1/?token=${SECRET}`);
    const error = await askForJson(GARMIN, { url: nowhere }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: "unavailable", status: null });
    expect(everythingSaid(error)).not.toContain(SECRET);
  });

  it("quotes no broken answer", async () => {
    const error = await ask('/text?is={"weight":71').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: "misunderstood" });
    expect(everythingSaid(error)).not.toContain("weight");
  });

  it("goes through the provider's policy, which sees the typed failure and may break it off", async () => {
    const seen: unknown[] = [];
    const stop = new AbortController();
    const vendor: Vendor = {
      ...GARMIN,
      timeoutMs: 60_000,
      heard: (status, headers) => seen.push(status, headers.get("x-limit")),
      call: (work) =>
        work(stop.signal).catch((error) => {
          seen.push(error.failure);
          throw error;
        }),
    };
    server.fail({ status: 429 });
    await expect(ask("/day", vendor)).rejects.toMatchObject({ failure: "rate_limited" });
    expect(seen).toEqual([429, null, "rate_limited"]);
    server.fail({ how: "timeout" });
    setTimeout(() => stop.abort(), 50);
    await expect(ask("/day", vendor)).rejects.toMatchObject({ failure: "unavailable" });
  });
});
