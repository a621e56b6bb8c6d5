import process from "node:process";
import { startRuntime } from "@/lib/runtime/start-runtime";

/** One app process of the mornings' benchmark: all of the server but its pages. */
const runtime = await startRuntime({ jobs: "running" });
process.stdout.write("ready\n");
process.once("SIGTERM", () => void runtime.stop());
