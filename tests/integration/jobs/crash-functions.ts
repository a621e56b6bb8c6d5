import { sql } from "drizzle-orm";
import type { RunAsSystem } from "@/db/scope";
import type { InngestClient } from "@/inngest/client";

/** What must be in the table of effects when everything has happened. */
export const EXPECTED_EFFECTS = ["first", "left", "right", "received 1", "received 2", "last"];

/** A function with every kind of boundary; each step's effect is one row, however often it runs. */
export function crashFunctions(system: RunAsSystem) {
  const effect = (name: string) =>
    system(async ({ db }) => {
      await db.execute(
        sql`insert into crash_effects (name) values (${name}) on conflict (name) do nothing`,
      );
      return name;
    });
  return (inngest: InngestClient) => [
    inngest.createFunction(
      { id: "work", retries: 1, triggers: [{ event: "crash/start" }] },
      async ({ step }) => {
        await step.run("first", () => effect("first"));
        await Promise.all([
          step.run("left", () => effect("left")),
          step.run("right", () => effect("right")),
        ]);
        await step.sendEvent("tell", [
          { name: "crash/told", data: { n: 1 } },
          { name: "crash/told", data: { n: 2 } },
        ]);
        await step.sleep("rest", "1s");
        await step.run("last", () => effect("last"));
      },
    ),
    inngest.createFunction(
      { id: "receive", retries: 1, triggers: [{ event: "crash/told" }] },
      ({ event }) => effect(`received ${event.data.n}`),
    ),
  ];
}
