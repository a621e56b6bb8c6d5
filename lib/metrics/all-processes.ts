import cluster from "node:cluster";
import { newId } from "@/lib/ids";
import type { Metrics } from "./metrics";

type Answer = { readonly type?: string; readonly id?: string; readonly text?: string };

const WAIT_MS = 5_000;

/**
 * What is counted, as Prometheus reads it: of this process alone, or where the server runs on
 * every core, of all of them added up by the primary process (scripts/serve.mjs).
 */
export function metricsOfAllProcesses({ registry }: Metrics): Promise<string> {
  return cluster.isWorker ? askPrimary() : registry.metrics();
}

function askPrimary(): Promise<string> {
  const id = newId();
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      process.off("message", listen);
    };
    const listen = (answer: Answer) => {
      if (answer.type !== "formline:metrics" || answer.id !== id) return;
      done();
      if (answer.text === undefined) reject(new Error("The processes could not be asked."));
      else resolve(answer.text);
    };
    const timer = setTimeout(() => {
      done();
      reject(new Error("The processes were not asked in time."));
    }, WAIT_MS);
    process.on("message", listen);
    process.send?.({ type: "formline:metrics", id });
  });
}
