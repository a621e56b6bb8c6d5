import { connect, createServer, type Socket } from "node:net";

export type RoundTripProxy = {
  readonly port: number;
  /** Answers that ended with "ready for query" since the last call. */
  take(): number;
  close(): void;
};

const READY_FOR_QUERY = 0x5a;
const HEADER_BYTES = 5;

/** A TCP proxy in front of Postgres that counts round trips by the server's own end marks. */
export function startRoundTripProxy(target: {
  host: string;
  port: number;
}): Promise<RoundTripProxy> {
  let count = 0;
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    watch(upstream, () => count++);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      socket.on("error", () => {
        client.destroy();
        upstream.destroy();
      });
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : 0,
        take: () => {
          const taken = count;
          count = 0;
          return taken;
        },
        close: () => server.close(),
      });
    });
  });
}

/** Walks the frames of the backend's stream: one type byte, four of length. */
function watch(upstream: Socket, onReady: () => void): void {
  let rest: Buffer = Buffer.alloc(0);
  upstream.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    let at = 0;
    while (rest.length - at >= HEADER_BYTES) {
      const end = at + 1 + rest.readUInt32BE(at + 1);
      if (end > rest.length) break;
      if (rest[at] === READY_FOR_QUERY) onReady();
      at = end;
    }
    rest = rest.subarray(at);
  });
}
