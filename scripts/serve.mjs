// Serves the built app. The embedded database belongs to one process; on PostgreSQL every core
// gets one. Ends when told to, and when one of its processes ends by itself: what keeps a service
// running (systemd, a container) starts it anew.
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import path from "node:path";

const MOST_PROCESSES = 4;
// Twice the usual: what a page in the making holds is then forgotten cheaply, and the long
// collections, during which people wait, come half as often.
const YOUNG_GENERATION = "--max-semi-space-size=32";
// Half of a page's time is spent in Node's own code; on large pages it runs some 5 % faster.
// Silent where the system has none.
const LARGE_PAGES = "--use-largepages=silent";
const NEXT = path.resolve("node_modules/next/dist/bin/next");
const { DATABASE_URL, PORT = "3000", FORMLINE_HOST = "127.0.0.1" } = process.env;
const { FORMLINE_METRICS_TOKEN } = process.env;
// Longer than reverse proxies keep theirs: one that reuses a connection we have just closed
// answers "bad gateway".
const IDLE_CONNECTION_MS = 75_000;
// What is asked for when we are told to end is still answered; a process that hangs is not waited
// for, because nothing would start the service anew.
const ENDING_MS = 20_000;
const args = [
  ...["start", "--hostname", FORMLINE_HOST, "--port", PORT],
  ...["--keepAliveTimeout", String(IDLE_CONNECTION_MS)],
];

if (DATABASE_URL) {
  if (FORMLINE_METRICS_TOKEN) await addUpMetrics();
  serveFromEveryCore();
} else {
  process.argv = [process.argv0, NEXT, ...args];
  await import(NEXT);
}

function serveFromEveryCore() {
  cluster.setupPrimary({ exec: NEXT, args, execArgv: [YOUNG_GENERATION, LARGE_PAGES] });
  const processes = Math.min(MOST_PROCESSES, availableParallelism());
  for (let i = 0; i < processes; i++) cluster.fork();

  let isEnding = false;
  const send = (signal) => {
    for (const worker of Object.values(cluster.workers)) worker.process.kill(signal);
  };
  const end = (signal) => {
    if (!isEnding) setTimeout(send, ENDING_MS, "SIGKILL").unref();
    isEnding = true;
    send(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => end(signal));
  cluster.on("exit", (_worker, code) => {
    if (!isEnding) {
      process.exitCode = code || 1;
      end("SIGTERM");
    }
    if (Object.keys(cluster.workers).length === 0) process.exit();
  });
}

/** Prometheus asks one process; what it gets is of all of them. */
async function addUpMetrics() {
  const { AggregatorRegistry } = await import("prom-client");
  const all = new AggregatorRegistry();
  cluster.on("message", async (worker, { type, id }) => {
    if (type !== "formline:metrics") return;
    const text = await all.clusterMetrics().catch(() => undefined);
    if (worker.isConnected()) worker.send({ type, id, text });
  });
}
