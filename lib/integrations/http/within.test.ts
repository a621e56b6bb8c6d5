import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { within } from "./within";

const ended = (limit: AbortSignal) =>
  new Promise((resolve) => {
    if (limit.aborted) resolve(limit.reason);
    limit.addEventListener("abort", () => resolve(limit.reason));
  });

it("ends when the time is over, and says that it was that", async () => {
  const signal = new AbortController().signal;
  expect(await within(signal, 20, ended)).toMatchObject({ name: "TimeoutError" });
});

it("ends with the other one, before or after it was begun", async () => {
  const other = new AbortController();
  const late = within(other.signal, 60_000, ended);
  other.abort("enough");
  expect(await late).toBe("enough");
  expect(await within(other.signal, 60_000, ended)).toBe("enough");
});

it("leaves what is done alone", async () => {
  const other = new AbortController();
  const limit = await within(other.signal, 20, async (signal) => signal);
  await pause(60);
  other.abort();
  expect(limit.aborted).toBe(false);
});
