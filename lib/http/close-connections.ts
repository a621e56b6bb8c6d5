import { subscribe } from "node:diagnostics_channel";
import { type ServerResponse, Server as WebServer } from "node:http";
import type { Socket } from "node:net";

const LOOK_MS = 100;
/** A connection that has not asked anything by then is not waited for. */
const SILENT_MS = 1_000;

/**
 * Watches this process's web servers from here on, and returns what closes their connections once
 * they are told to end. Node waits for two kinds that nobody uses: those whose last answer went
 * out after the server was closed (as long as an idle one is kept), and those that were opened
 * ahead and never asked anything (for ever). Answers in the making are waited for.
 */
export function watchConnections(): () => void {
  const servers = new Set<WebServer>();
  let answering = 0;
  subscribe("net.server.socket", (message) => {
    const { server } = (message as { socket: Socket & { server?: unknown } }).socket;
    if (server instanceof WebServer) servers.add(server);
  });
  // A request that came before us: its server is seen when it has been answered.
  subscribe("http.server.response.finish", (message) => {
    servers.add((message as { server: WebServer }).server);
  });
  subscribe("http.server.request.start", (message) => {
    answering += 1;
    (message as { response: ServerResponse }).response.once("close", () => {
      answering -= 1;
    });
  });
  return () => {
    const began = performance.now();
    setInterval(() => {
      const isSilent = answering === 0 && performance.now() - began >= SILENT_MS;
      for (const server of servers) {
        if (isSilent) server.closeAllConnections();
        else server.closeIdleConnections();
      }
    }, LOOK_MS).unref();
  };
}
