import { setTimeout as pause } from "node:timers/promises";
import { eventType, NonRetriableError, RetryAfterError } from "inngest";
import { z } from "zod";
import type { InngestClient } from "@/inngest/client";
import { AppError } from "@/lib/errors";
import type { Effects } from "./effects";

const SOON = "1s";
const validated = eventType("conformance/validated", {
  schema: z.object({ scenario: z.string(), amount: z.number() }),
});

/** One function or more for every feature that the product's functions may use. */
export function conformanceFunctions(effects: Effects) {
  return (inngest: InngestClient) => [
    ...stepFunctions(inngest, effects),
    ...failureFunctions(inngest, effects),
    ...waitingFunctions(inngest, effects),
    ...flowFunctions(inngest, effects),
  ];
}

/** One of two that run side by side waits for the other; after each other they would give up. */
async function untilThere(effects: Effects, scenario: string, what: string): Promise<void> {
  for (let tries = 0; tries < 200 && effects.count(scenario, what) === 0; tries++) await pause(50);
}

function stepFunctions(inngest: InngestClient, effects: Effects) {
  const tried = new Set<string>();
  const steps = inngest.createFunction(
    { id: "steps", retries: 2, triggers: [{ event: "conformance/steps" }] },
    async ({ event, step }) => {
      const { scenario } = event.data;
      const first = await step.run("first", () => {
        effects.add(scenario, "first");
        return { n: 1, text: "123", nothing: null };
      });
      const [left, right] = await Promise.all([
        step.run("left", async () => {
          effects.add(scenario, "left begins");
          await untilThere(effects, scenario, "right begins");
          effects.add(scenario, "left ends");
          return first.n + 1;
        }),
        step.run("right", async () => {
          effects.add(scenario, "right begins");
          await untilThere(effects, scenario, "left begins");
          effects.add(scenario, "right ends");
          return first.n + 2;
        }),
      ]);
      let sum = 0;
      for (let i = 1; i <= 3; i++) sum += await step.run("loop", () => i);
      await step.run("flaky", () => {
        effects.add(scenario, "flaky");
        if (tried.has(scenario)) return "second time";
        tried.add(scenario);
        throw new RetryAfterError("not yet", SOON);
      });
      effects.add(scenario, `result ${left} ${right} ${sum} ${typeof first.text} ${first.nothing}`);
    },
  );
  const body = inngest.createFunction(
    { id: "body", retries: 1, triggers: [{ event: "conformance/body" }] },
    async ({ event, attempt }) => {
      effects.add(event.data.scenario, `attempt ${attempt}`);
      if (attempt === 0) throw new RetryAfterError("outside of any step", SOON);
    },
  );
  const conditional = inngest.createFunction(
    {
      id: "conditional",
      retries: 0,
      triggers: [{ event: "conformance/conditional", if: "event.data.kind == 'wanted'" }],
    },
    async ({ event }) => effects.add(event.data.scenario, event.data.kind),
  );
  const schema = inngest.createFunction(
    {
      id: "schema",
      retries: 3,
      triggers: [validated],
      onFailure: ({ event, error }) => {
        const { scenario } = event.data.event.data as { scenario: string };
        effects.add(scenario, error.message);
      },
    },
    async ({ event, step }) => {
      await step.run("use", () => effects.add(event.data.scenario, `amount ${event.data.amount}`));
    },
  );
  return [steps, body, conditional, schema];
}

function failureFunctions(inngest: InngestClient, effects: Effects) {
  const caught = inngest.createFunction(
    { id: "caught", retries: 1, triggers: [{ event: "conformance/caught" }] },
    async ({ event, step }) => {
      const { scenario } = event.data;
      try {
        await step.run("always fails", () => {
          effects.add(scenario, "try");
          throw new RetryAfterError("out of order", SOON);
        });
      } catch (error) {
        const { message } = error as Error;
        await step.run("compensate", () => effects.add(scenario, `compensated: ${message}`));
      }
      const results = await Promise.allSettled([
        step.run("good", () => "good"),
        step.run("bad", () => {
          effects.add(scenario, "bad");
          throw new NonRetriableError("bad");
        }),
      ]);
      effects.add(scenario, results.map((result) => result.status).join(" "));
    },
  );
  const final = inngest.createFunction(
    {
      id: "final",
      retries: 3,
      triggers: [{ event: "conformance/final" }],
      onFailure: async ({ event, error, step }) => {
        const { scenario } = event.data.event.data as { scenario: string };
        await step.run("tell", () => effects.add(scenario, `told: ${error.message}`));
      },
    },
    async ({ event, step }) => {
      await step.run("refuse", () => {
        effects.add(event.data.scenario, "try");
        if (event.data.kind === "app") throw new AppError("invalid_input", "The file is empty.");
        throw new NonRetriableError("never");
      });
    },
  );
  return [caught, final];
}

function waitingFunctions(inngest: InngestClient, effects: Effects) {
  const sleeper = inngest.createFunction(
    { id: "sleeper", retries: 0, triggers: [{ event: "conformance/sleep" }] },
    async ({ event, step }) => {
      const { scenario } = event.data;
      const soon = await step.run("before", () => {
        effects.add(scenario, "tick");
        return Date.now() + 2_200;
      });
      await step.sleep("a second", "1s");
      await step.run("between", () => effects.add(scenario, "tick"));
      await step.sleepUntil("a date", new Date(soon));
      await step.run("after", () => effects.add(scenario, "tick"));
    },
  );
  const waiter = inngest.createFunction(
    { id: "waiter", retries: 0, triggers: [{ event: "conformance/wait" }] },
    async ({ event, step }) => {
      const { scenario } = event.data;
      await step.run("announce", () => effects.add(scenario, "waits"));
      const [matched, conditioned, missed] = await Promise.all([
        step.waitForEvent("matched", {
          event: "conformance/approved",
          timeout: "20s",
          match: "data.scenario",
        }),
        step.waitForEvent("conditioned", {
          event: "conformance/approved",
          timeout: "20s",
          if: "async.data.scenario == event.data.scenario && async.data.by == 'coach'",
        }),
        step.waitForEvent("missed", {
          event: "conformance/never",
          timeout: "1s",
          match: "data.scenario",
        }),
      ]);
      effects.add(scenario, `${matched?.data.by} ${conditioned?.data.by} ${missed}`);
    },
  );
  const child = inngest.createFunction({ id: "child", retries: 0 }, async ({ event, step }) => {
    const { scenario, n } = event.data as { scenario: string; n: number };
    if (n < 0) throw new NonRetriableError("negative");
    return step.run("double", () => {
      effects.add(scenario, "child");
      return { doubled: n * 2 };
    });
  });
  const parent = inngest.createFunction(
    { id: "parent", retries: 0, triggers: [{ event: "conformance/invoke" }] },
    async ({ event, step }) => {
      const { scenario } = event.data;
      const good = await step.invoke("good", { function: child, data: { scenario, n: 21 } });
      const bad = await step
        .invoke("bad", { function: child, data: { scenario, n: -1 } })
        .catch((error: Error) => error.message);
      await step.run("note", () => effects.add(scenario, `${good.doubled} ${bad}`));
    },
  );
  const sender = inngest.createFunction(
    { id: "sender", retries: 0, triggers: [{ event: "conformance/send" }] },
    async ({ event, step }) => {
      const data = { scenario: event.data.scenario };
      const received = (n: number, id?: string) => ({
        name: "conformance/received",
        data: { ...data, n },
        ...(id ? { id } : {}),
      });
      await step.sendEvent("two", [received(1), received(2)]);
      await step.sendEvent("named", received(3, `${data.scenario}:3`));
      await step.sendEvent("named again", received(4, `${data.scenario}:3`));
    },
  );
  const receiver = inngest.createFunction(
    { id: "receiver", retries: 0, triggers: [{ event: "conformance/received" }] },
    async ({ event }) => effects.add(event.data.scenario, `received ${event.data.n}`),
  );
  return [sleeper, waiter, child, parent, sender, receiver];
}

function flowFunctions(inngest: InngestClient, effects: Effects) {
  const limited = inngest.createFunction(
    {
      id: "limited",
      retries: 0,
      triggers: [{ event: "conformance/limited" }],
      concurrency: [{ limit: 1, key: "event.data.scenario" }],
    },
    async ({ event, step }) => {
      await step.run("alone", async () => {
        effects.add(event.data.scenario, "begins");
        await pause(200);
        effects.add(event.data.scenario, "ends");
      });
    },
  );
  const single = (mode: "skip" | "cancel") =>
    inngest.createFunction(
      {
        id: `singleton-${mode}`,
        retries: 0,
        triggers: [{ event: `conformance/singleton.${mode}` }],
        singleton: { key: "event.data.scenario", mode },
      },
      async ({ event, step }) => {
        const { scenario, n } = event.data;
        await step.run("begin", () => effects.add(scenario, `begins ${n}`));
        await step.sleep("a while", "4s");
        await step.run("end", () => effects.add(scenario, `ends ${n}`));
      },
    );
  const once = inngest.createFunction(
    {
      id: "once",
      retries: 0,
      triggers: [{ event: "conformance/once" }],
      idempotency: "event.data.scenario",
    },
    async ({ event }) => effects.add(event.data.scenario, `run ${event.data.n}`),
  );
  const debounced = inngest.createFunction(
    {
      id: "debounced",
      retries: 0,
      triggers: [{ event: "conformance/debounced" }],
      debounce: { key: "event.data.scenario", period: "4s", timeout: "20s" },
    },
    async ({ event }) => effects.add(event.data.scenario, `run ${event.data.n}`),
  );
  const throttled = inngest.createFunction(
    {
      id: "throttled",
      retries: 0,
      triggers: [{ event: "conformance/throttled" }],
      throttle: { key: "event.data.scenario", limit: 1, period: "2s" },
    },
    async ({ event, step }) => {
      await step.run("start", () => effects.add(event.data.scenario, "start"));
    },
  );
  const cancellable = inngest.createFunction(
    {
      id: "cancellable",
      retries: 0,
      triggers: [{ event: "conformance/cancellable" }],
      cancelOn: [{ event: "conformance/cancel", match: "data.scenario" }],
    },
    async ({ event, step }) => {
      await step.run("begin", () => effects.add(event.data.scenario, "begins"));
      await step.sleep("a while", "4s");
      await step.run("end", () => effects.add(event.data.scenario, "ends"));
    },
  );
  return [limited, single("skip"), single("cancel"), once, debounced, throttled, cancellable];
}
