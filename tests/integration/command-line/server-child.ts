import { startServer } from "@/scripts/start-server";

/** What a server does before it serves pages: it has the database, the jobs and the socket. */
await startServer();
process.stdout.write("up\n");
// Next keeps a server alive; here something else has to.
const alive = setInterval(() => undefined, 60_000);
process.once("SIGTERM", () => clearInterval(alive));
