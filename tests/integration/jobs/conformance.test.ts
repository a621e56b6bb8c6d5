import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { createTestDatabase } from "../../support/pglite-database";
import { eachDatabase } from "../../support/test-databases";
import {
  type ConformanceDriver,
  embeddedDriver,
  inngestDevDriver,
  inngestDevUrl,
} from "./conformance-driver";
import { conformanceFunctions } from "./conformance-functions";
import { Effects } from "./effects";

const devUrl = inngestDevUrl();

eachDatabase("the embedded executor", (databases) => {
  conformance(() => databases.create(), embeddedDriver);
});

describe.skipIf(devUrl === null)("a real Inngest dev server", () => {
  conformance(createTestDatabase, (database, functions) =>
    inngestDevDriver(database, functions, devUrl ?? ""),
  );
});

function conformance(
  openDatabase: () => Promise<OpenDatabase>,
  start: (
    database: OpenDatabase,
    functions: ReturnType<typeof conformanceFunctions>,
  ) => Promise<ConformanceDriver>,
) {
  const effects = new Effects();
  let driver: ConformanceDriver;

  beforeAll(async () => {
    driver = await start(await openDatabase(), conformanceFunctions(effects));
  }, 60_000);

  afterAll(async () => {
    await driver?.stop();
  });

  /** Sends events of one scenario, one after the other. */
  async function send(name: string, ...data: Record<string, unknown>[]): Promise<string> {
    const scenario = randomUUID();
    for (const fields of data.length > 0 ? data : [{}]) {
      await driver.send(name, { scenario, ...fields });
    }
    return scenario;
  }

  function eventually(check: () => void): Promise<void> {
    return vi.waitFor(check, { timeout: 40_000, interval: 50 });
  }

  it.concurrent("runs steps once, in order, side by side where asked, and tries a failed one again", async () => {
    const scenario = await send("conformance/steps");
    await eventually(() => expect(effects.names(scenario).at(-1)).toMatch(/^result/));
    const names = effects.names(scenario);
    expect(names.at(-1)).toBe("result 2 3 6 string null");
    expect(names[0]).toBe("first");
    expect(new Set(names.slice(1, 3))).toEqual(new Set(["left begins", "right begins"]));
    expect(effects.count(scenario, "first")).toBe(1);
    expect(effects.count(scenario, "left ends")).toBe(1);
    expect(effects.count(scenario, "right ends")).toBe(1);
    expect(effects.count(scenario, "flaky")).toBe(2);
    expect(effects.gaps(scenario, "flaky")[0]).toBeGreaterThan(900);
  }, 60_000);

  it.concurrent("tries a function again that fails outside of its steps", async () => {
    const scenario = await send("conformance/body");
    await eventually(() => expect(effects.names(scenario)).toEqual(["attempt 0", "attempt 1"]));
  }, 60_000);

  it.concurrent("starts a function only when its trigger's condition holds", async () => {
    const scenario = await send(
      "conformance/conditional",
      { kind: "other" },
      { kind: "wanted" },
      {},
      { kind: "wanted" },
    );
    await eventually(() => expect(effects.names(scenario)).toEqual(["wanted", "wanted"]));
    await pause(300);
    expect(effects.of(scenario)).toHaveLength(2);
  }, 60_000);

  it.concurrent("refuses an event that does not fit the schema, without trying again", async () => {
    const good = await send("conformance/validated", { amount: 3 });
    const bad = await send("conformance/validated", { amount: "three" });
    await eventually(() => expect(effects.names(good)).toEqual(["amount 3"]));
    await eventually(() => expect(effects.names(bad).join()).toMatch(/amount: .*number/));
    expect(effects.of(bad)).toHaveLength(1);
  }, 60_000);

  it.concurrent("lets a function catch a step that failed for good", async () => {
    const scenario = await send("conformance/caught");
    await eventually(() => expect(effects.names(scenario)).toContain("fulfilled rejected"));
    expect(effects.count(scenario, "try")).toBe(2);
    expect(effects.count(scenario, "bad")).toBe(1);
    expect(effects.names(scenario)).toContain("compensated: out of order");
  }, 60_000);

  it.concurrent.each(["sdk", "app"])(
    "does not retry a final error (%s) and calls onFailure once",
    async (kind) => {
      const scenario = await send("conformance/final", { kind });
      const message = kind === "app" ? "The file is empty." : "never";
      await eventually(() => expect(effects.names(scenario)).toEqual(["try", `told: ${message}`]));
      await pause(300);
      expect(effects.of(scenario)).toHaveLength(2);
    },
    60_000,
  );

  it.concurrent("sleeps for a duration and until a date", async () => {
    const scenario = await send("conformance/sleep");
    await eventually(() => expect(effects.count(scenario, "tick")).toBe(3));
    const [first = 0, second = 0] = effects.gaps(scenario, "tick");
    expect(first).toBeGreaterThanOrEqual(1_000);
    expect(first + second).toBeGreaterThanOrEqual(2_200);
  }, 60_000);

  it.concurrent("waits for matching events, and no longer than asked", async () => {
    const scenario = await send("conformance/wait");
    const other = randomUUID();
    await eventually(() => expect(effects.names(scenario)).toEqual(["waits"]));
    await pause(3_000);
    await driver.send("conformance/approved", { scenario: other, by: "coach" });
    await driver.send("conformance/approved", { scenario, by: "friend" });
    await driver.send("conformance/approved", { scenario, by: "coach" });
    await eventually(() => expect(effects.names(scenario)).toEqual(["waits", "friend coach null"]));
  }, 60_000);

  it.concurrent("invokes another function for its result or its error", async () => {
    const scenario = await send("conformance/invoke");
    await eventually(() => expect(effects.names(scenario)).toEqual(["child", "42 negative"]));
  }, 60_000);

  it.concurrent("sends events from steps, and drops a second one with the same id", async () => {
    const scenario = await send("conformance/send");
    const expected = ["received 1", "received 2", "received 3"];
    await eventually(() => expect(effects.names(scenario).toSorted()).toEqual(expected));
    await pause(500);
    expect(effects.of(scenario)).toHaveLength(3);
  }, 60_000);

  it.concurrent("drops a second event with the same id", async () => {
    const scenario = randomUUID();
    const data = { scenario, kind: "wanted" };
    for (let i = 0; i < 3; i++) await driver.send("conformance/conditional", data, `${scenario}:1`);
    await eventually(() => expect(effects.count(scenario, "wanted")).toBe(1));
    await pause(500);
    expect(effects.count(scenario, "wanted")).toBe(1);
  }, 60_000);

  it.concurrent("keeps to the limit of concurrent steps per key", async () => {
    const scenario = await send("conformance/limited", {}, {}, {});
    await eventually(() => expect(effects.count(scenario, "ends")).toBe(3));
    const expected = Array.from({ length: 3 }, () => ["begins", "ends"]).flat();
    expect(effects.names(scenario)).toEqual(expected);
  }, 60_000);

  it.concurrent("skips a second run of a singleton while the first is there", async () => {
    const scenario = await send("conformance/singleton.skip", { n: 1 });
    await eventually(() => expect(effects.names(scenario)).toEqual(["begins 1"]));
    await driver.send("conformance/singleton.skip", { scenario, n: 2 });
    await eventually(() => expect(effects.names(scenario)).toEqual(["begins 1", "ends 1"]));
    await pause(300);
    await driver.send("conformance/singleton.skip", { scenario, n: 3 });
    await eventually(() => expect(effects.names(scenario).at(-1)).toBe("ends 3"));
    expect(effects.names(scenario)).not.toContain("begins 2");
  }, 60_000);

  it.concurrent("cancels the first run of a singleton for the second", async () => {
    const scenario = await send("conformance/singleton.cancel", { n: 1 });
    await eventually(() => expect(effects.names(scenario)).toEqual(["begins 1"]));
    await driver.send("conformance/singleton.cancel", { scenario, n: 2 });
    await eventually(() => expect(effects.names(scenario).at(-1)).toBe("ends 2"));
    expect(effects.names(scenario)).toEqual(["begins 1", "begins 2", "ends 2"]);
  }, 60_000);

  it.concurrent("runs once per idempotency key", async () => {
    const scenario = await send("conformance/once", { n: 1 }, { n: 2 });
    await eventually(() => expect(effects.names(scenario)).toEqual(["run 1"]));
    await driver.send("conformance/once", { scenario, n: 3 });
    await pause(500);
    expect(effects.names(scenario)).toEqual(["run 1"]);
  }, 60_000);

  it.concurrent("debounces: one run, for the last event, after the quiet", async () => {
    const started = Date.now();
    const scenario = await send("conformance/debounced", { n: 1 }, { n: 2 });
    await pause(500);
    await driver.send("conformance/debounced", { scenario, n: 3 });
    await eventually(() => expect(effects.names(scenario)).toEqual(["run 3"]));
    expect((effects.of(scenario)[0]?.at ?? 0) - started).toBeGreaterThan(4_400);
  }, 60_000);

  it.concurrent("throttles: every event runs, one per period", async () => {
    const sent = Date.now();
    const scenario = await send("conformance/throttled", {}, {}, {});
    await eventually(() => expect(effects.count(scenario, "start")).toBe(3));
    // Any start may be late on a busy machine; none is early.
    const [, second = 0, third = 0] = effects.of(scenario).map(({ at }) => at - sent);
    expect(second).toBeGreaterThan(1_900);
    expect(third).toBeGreaterThan(3_900);
  }, 60_000);

  it.concurrent("cancels a run when the event comes that it is cancelled on", async () => {
    const scenario = await send("conformance/cancellable");
    const spared = await send("conformance/cancellable");
    await eventually(() => expect(effects.names(scenario)).toEqual(["begins"]));
    await driver.send("conformance/cancel", { scenario });
    await eventually(() => expect(effects.names(spared)).toEqual(["begins", "ends"]));
    await pause(500);
    expect(effects.names(scenario)).toEqual(["begins"]);
  }, 60_000);
}
