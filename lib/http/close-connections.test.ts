import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { watchConnections } from "./close-connections";

const ANSWER_MS = 1_500;
const KEPT_MS = 60_000;
const ASKING = "GET / HTTP/1.1\r\nHost: formline\r\n\r\n";
const WHOLE = /^HTTP\/1\.1 200 OK.*whole/s;

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

/** How long it takes to close, from being told to until nothing is open. */
async function timeToClose(server: Server, closeConnections: () => void): Promise<number> {
  const began = performance.now();
  const closed = new Promise((resolve) => server.close(resolve));
  closeConnections();
  await closed;
  return performance.now() - began;
}

it("lets a server end whose only request came before it was watched", async () => {
  const server = await listening();
  const asked = connection(server, ASKING);
  await sleep(ANSWER_MS / 5);
  expect(await timeToClose(server, watchConnections())).toBeLessThan(KEPT_MS / 10);
  expect(await asked).toMatch(WHOLE);
});

it("lets a server end that has a request in hand, and a connection that never asks", async () => {
  const closeConnections = watchConnections();
  const server = await listening();
  const asked = connection(server, ASKING);
  const silent = connection(server, "");
  await sleep(ANSWER_MS / 5);
  expect(await timeToClose(server, closeConnections)).toBeLessThan(KEPT_MS / 10);
  // What was asked for before is answered whole.
  expect(await asked).toMatch(WHOLE);
  expect(await silent).toBe("");
});
