import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it, vi } from "vitest";

vi.mock("@/lib/env", () => ({ env: () => ({ trustProxy: false }) }));
const { distrustForwardedHeaders } = await import("./distrust-forwarded-headers");

let seen: IncomingHttpHeaders = {};
const server = createServer((message, response) => {
  seen = message.headers;
  response.end();
});
afterAll(() => server.close());

it("drops what a client says about its address before the server sees it", async () => {
  distrustForwardedHeaders();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve, reject) => {
    const headers = { "x-forwarded-for": "1.2.3.4", "X-Forwarded-Host": "evil", "x-kept": "1" };
    request({ port, host: "127.0.0.1", headers }, (response) => {
      response.resume().once("end", resolve);
    })
      .once("error", reject)
      .end();
  });
  expect(seen).not.toHaveProperty("x-forwarded-for");
  expect(seen).not.toHaveProperty("x-forwarded-host");
  expect(seen["x-kept"]).toBe("1");
});
