import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { orAfter } from "./or-after";

it("ends when the time is over, and says that it was that", async () => {
  const signal = orAfter(new AbortController().signal, 20);
  expect(signal.aborted).toBe(false);
  await pause(100);
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});

it("ends with the other one, before or after it was made", () => {
  const other = new AbortController();
  const signal = orAfter(other.signal, 60_000);
  other.abort("enough");
  expect(signal.reason).toBe("enough");
  expect(orAfter(other.signal, 60_000).reason).toBe("enough");
});
