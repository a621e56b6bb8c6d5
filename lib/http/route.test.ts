import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError, notFound } from "@/lib/errors";

const seen = vi.hoisted(() => {
  vi.stubEnv("LOG_LEVEL", "silent");
  return { signedIn: true, isAdmin: true };
});
vi.mock("@/lib/auth/context", () => ({ systemContext: () => ({ kind: "system" }) }));
vi.mock("@/lib/auth/current-athlete", () => ({
  requireAthleteForApi: async () => {
    if (!seen.signedIn) throw new AppError("unauthenticated", "Please sign in.");
    return { kind: "athlete" };
  },
}));
vi.mock("@/lib/auth/current-admin", () => ({
  requireAdminForApi: async () => {
    if (!seen.isAdmin) throw notFound("This page");
    return { kind: "admin" };
  },
}));
const { route } = await import("./route");

const NO_PARAMS = { params: Promise.resolve({}) };
const own = { "sec-fetch-site": "same-origin", "content-type": "application/json" };

function post(body: string, headers: Record<string, string> = own, path = "/api/x"): Request {
  return new Request(`http://localhost:3000${path}`, { method: "POST", body, headers });
}
function get(path = "/api/x", headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost:3000${path}`, { headers });
}

describe("route", () => {
  beforeEach(() => {
    seen.signedIn = true;
  });

  it("hands over what was parsed and answers with what the output names, never cached", async () => {
    const handler = route(
      {
        auth: "athlete",
        name: "/api/x/[id]",
        params: z.object({ id: z.string() }),
        query: z.object({ limit: z.coerce.number() }),
        input: z.object({ day: z.iso.date() }),
        output: z.object({ id: z.string(), limit: z.number(), day: z.string() }),
      },
      async ({ ctx, input, query, params }) => ({
        ...ctx,
        ...input,
        ...query,
        ...params,
        extra: 1,
      }),
    );
    const request = post('{"day":"2026-11-21","admin":true}', own, "/api/x?limit=3");
    const response = await handler(request, { params: Promise.resolve({ id: "a1" }) });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: "a1", limit: 3, day: "2026-11-21" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{8,64}$/);
  });

  it("asks who it is before it reads anything", async () => {
    seen.signedIn = false;
    const work = vi.fn();
    const handler = route({ auth: "athlete", name: "/api/x", input: z.object({}) }, work);
    const response = await handler(post("not json"), NO_PARAMS);
    expect(response.status).toBe(401);
    expect(work).not.toHaveBeenCalled();
  });

  it("shows an admin's handlers to nobody else, as if there were none", async () => {
    const handler = route({ auth: "admin", name: "/api/x" }, async ({ ctx }) => ctx);
    expect(await (await handler(get(), NO_PARAMS)).json()).toEqual({ kind: "admin" });
    seen.isAdmin = false;
    expect((await handler(get(), NO_PARAMS)).status).toBe(404);
    seen.isAdmin = true;
  });

  it("refuses what another site sent, for every method that changes something", async () => {
    const handler = route({ auth: "public", name: "/api/x" }, async () => ({ done: true }));
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      for (const headers of [
        {},
        { "sec-fetch-site": "cross-site" },
        { origin: "https://evil.example" },
      ]) {
        const request = new Request("http://localhost:3000/api/x", { method, headers });
        expect((await handler(request, NO_PARAMS)).status).toBe(403);
      }
    }
    expect(
      (await handler(get("/api/x", { "sec-fetch-site": "cross-site" }), NO_PARAMS)).status,
    ).toBe(200);
  });

  it("lets a caller in that proves itself otherwise", async () => {
    const handler = route({ auth: "public", name: "/api/x", sameOrigin: false }, async () => ({}));
    const request = new Request("http://localhost:3000/api/x", { method: "POST" });
    expect((await handler(request, NO_PARAMS)).status).toBe(200);
  });

  it("answers every error in one shape", async () => {
    const handler = route({ auth: "public", name: "/api/x" }, async () => {
      throw notFound("The activity");
    });
    const response = await handler(get("/api/x", { "x-request-id": "request-42" }), NO_PARAMS);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: {
        code: "not_found",
        message: "The activity was not found.",
        details: {},
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        request_id: "request-42",
      },
    });
    expect(response.headers.get("x-request-id")).toBe("request-42");
  });

  it("lets nothing out of an error that was not meant to be shown", async () => {
    for (const error of [
      new Error("connect ECONNREFUSED 10.0.0.5:5432"),
      new AppError("internal", "The migration file /srv/app/db is missing."),
      "a string",
    ]) {
      const handler = route({ auth: "public", name: "/api/x" }, async () => {
        throw error;
      });
      const response = await handler(get(), NO_PARAMS);
      expect(response.status).toBe(500);
      expect(await response.text()).not.toMatch(/10\.0\.0\.5|srv|a string|stack/);
    }
  });

  it("answers 500 rather than something else than it promised", async () => {
    const handler = route(
      { auth: "public", name: "/api/x", output: z.object({ count: z.number() }) },
      async () => ({ count: "three" }) as unknown as { count: number },
    );
    const response = await handler(get(), NO_PARAMS);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("three");
  });

  it.each([
    ["{", own, 400],
    ['{"day":"yesterday"}', own, 400],
    ['{"day":"2026-11-21"}', { ...own, "content-type": "text/plain" }, 415],
    [`{"day":"${"x".repeat(1024 * 1024)}"}`, own, 413],
  ])("refuses a bad body (%#)", async (body, headers, status) => {
    const work = vi.fn(async () => ({}));
    const input = z.object({ day: z.iso.date() });
    const response = await route({ auth: "public", name: "/api/x", input }, work)(
      post(body, headers),
      NO_PARAMS,
    );
    expect(response.status).toBe(status);
    expect(work).not.toHaveBeenCalled();
  });

  it("says when to come back", async () => {
    const handler = route({ auth: "public", name: "/api/x" }, async () => {
      throw new AppError("rate_limited", "Wait.", { details: { retryAfterS: 7 } });
    });
    const response = await handler(get(), NO_PARAMS);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
  });

  it("passes a Response on with its status and headers", async () => {
    const handler = route(
      { auth: "public", name: "/api/x" },
      async () => new Response("a,b", { status: 206, headers: { "content-type": "text/csv" } }),
    );
    const response = await handler(get(), NO_PARAMS);
    expect(response.status).toBe(206);
    expect(await response.text()).toBe("a,b");
    expect(response.headers.get("content-type")).toBe("text/csv");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
