import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { functionPurpose } from "./function-name";

const FUNCTIONS = "inngest/functions";
/** "clean-up", of each function that the clock starts. */
const byTheClock = readdirSync(FUNCTIONS).flatMap((file) => {
  const text = readFileSync(`${FUNCTIONS}/${file}`, "utf8");
  return text.includes("cron(schedule.") ? (/\bid: "([\w-]+)"/.exec(text)?.[1] ?? []) : [];
});

it("says in plain words what each function does that the clock starts", () => {
  expect(byTheClock.length).toBeGreaterThan(9);
  expect(byTheClock.filter((id) => functionPurpose(`formline-${id}`) === null)).toEqual([]);
});
