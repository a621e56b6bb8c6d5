import { NextRequest } from "next/server";
import { beforeEach, expect, it, vi } from "vitest";

const nextAuth = vi.hoisted(() => {
  vi.stubEnv("LOG_LEVEL", "silent");
  return vi.fn(async () => new Response("next-auth"));
});
vi.mock("next-auth", () => ({ default: nextAuth }));
vi.mock("@/lib/auth/auth-options", () => ({ authOptions: () => ({}) }));
const { handleAuth } = await import("@/lib/auth/handle-auth");

const OWN = { "sec-fetch-site": "same-origin", "x-request-id": "request-42" };

function call(method: "GET" | "POST", action: string, headers: Record<string, string> = OWN) {
  const request = new NextRequest(`http://localhost:3000/api/auth/${action}`, { method, headers });
  return handleAuth(request, { params: Promise.resolve({ nextauth: action.split("/") }) });
}

beforeEach(() => {
  nextAuth.mockClear();
});

it("opens what the sign-in form calls", async () => {
  expect((await call("GET", "csrf")).status).toBe(200);
  expect((await call("GET", "providers")).status).toBe(200);
  expect((await call("POST", "callback/credentials")).status).toBe(200);
  expect(nextAuth).toHaveBeenCalledTimes(3);
});

it.each([
  ["GET", "session"],
  ["POST", "session"],
  ["POST", "_log"],
  ["GET", "signin"],
  ["POST", "signin/credentials"],
  ["GET", "signout"],
  ["POST", "signout"],
  ["GET", "error"],
  ["GET", "callback/credentials"],
] as const)("closes %s %s", async (method, action) => {
  const response = await call(method, action);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    error: { code: "not_found", request_id: "request-42" },
  });
  expect(nextAuth).not.toHaveBeenCalled();
});

it("lets no other site sign anybody in", async () => {
  const response = await call("POST", "callback/credentials", { "sec-fetch-site": "cross-site" });
  expect(response.status).toBe(403);
  expect(nextAuth).not.toHaveBeenCalled();
});
