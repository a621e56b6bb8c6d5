import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { watchConnections } from "./close-connections";

const ANSWER_MS = 1_500;
const KEPT_MS = 60_000;
const closeConnections = watchConnections();

async function listening(): Promise<Server> {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end("whole"), ANSWER_MS);
  });
  server.keepAliveTimeout = KEPT_MS;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** A connection that says `words`, and all that comes back on it until it is closed. */
function connection(server: Server, words: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let text = "";
  socket.on("data", (bytes) => {
    text += bytes;
  });
  socket.write(words);
  return new Promise((resolve) => socket.once("close", () => resolve(text)));
}

it("lets a server end that has a request in hand, and a connection that never asks", async () => {
  const server = await listening();
  const asked = connection(server, "GET / HTTP/1.1\r\nHost: formline\r\n\r\n");
  const silent = connection(server, "");
  await sleep(ANSWER_MS / 5);
  const began = performance.now();
  const closed = new Promise((resolve) => server.close(resolve));
  closeConnections();
  await closed;
  expect(performance.now() - began).toBeLessThan(KEPT_MS / 10);
  // What was asked for before is answered whole.
  expect(await asked).toMatch(/^HTTP\/1\.1 200 OK.*whole/s);
  expect(await silent).toBe("");
});
