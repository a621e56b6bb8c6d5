import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { WebSocketServer } from "ws";

export type WebSocketProxy = {
  /** "host:port" to connect to. */
  readonly address: string;
  /** Connections taken so far. */
  connections(): number;
  close(): Promise<void>;
};

/**
 * Stands in for Neon's proxy: takes a WebSocket, opens a TCP connection to the one target that
 * it serves, and carries the bytes both ways. The address that a client asks for is ignored,
 * so it leads nowhere else.
 */
export async function startWebSocketProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<WebSocketProxy> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (client) => {
    connections += 1;
    const socket = connect(target.port, target.host);
    sockets.add(socket);
    client.on("message", (data: Buffer) => socket.write(data));
    client.on("close", () => socket.end());
    client.on("error", () => socket.destroy());
    socket.on("data", (data) => client.send(data));
    socket.on("error", () => client.terminate());
    socket.on("close", () => {
      sockets.delete(socket);
      client.close();
    });
  });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
