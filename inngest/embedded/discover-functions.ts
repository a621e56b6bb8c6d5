import type { FunctionHost } from "./call-function";
import { type FunctionConfig, functionConfig, UnsupportedJob } from "./function-config";

/** Every function of the host. Throws UnsupportedJob when one needs more than we can do. */
export async function discoverFunctions(host: FunctionHost): Promise<FunctionConfig[]> {
  const functions = (await host.discover()).map(functionConfig);
  refuseUnequalSharedLimits(functions);
  return functions;
}

function refuseUnequalSharedLimits(functions: readonly FunctionConfig[]): void {
  const limits = new Map<string, number>();
  for (const fn of functions) {
    for (const { scope, expression, limit } of fn.concurrency) {
      if (scope === "fn") continue;
      if ((limits.get(expression) ?? limit) !== limit) {
        throw new UnsupportedJob(fn.id, "concurrency", `shares ${expression} under another limit`);
      }
      limits.set(expression, limit);
    }
  }
}
