import { expect, it } from "vitest";
import { nextCronTime } from "./next-cron-time";

function series(expression: string, from: string, length: number): string[] {
  const times: string[] = [];
  let at = new Date(from);
  for (let i = 0; i < length; i++) {
    at = nextCronTime(expression, at);
    times.push(at.toISOString().slice(0, 16));
  }
  return times;
}

it.each([
  [
    "in UTC without a zone",
    "0 6 * * *",
    "2026-03-28T12:00:00Z",
    ["2026-03-29T06:00", "2026-03-30T06:00"],
  ],
  [
    "at the same local time on both sides of the spring change",
    "TZ=Europe/Berlin 0 6 * * *",
    "2026-03-27T12:00:00Z",
    ["2026-03-28T05:00", "2026-03-29T04:00", "2026-03-30T04:00"],
  ],
  [
    "when the gap ends, at a time that the spring change skips",
    "TZ=Europe/Berlin 30 2 * * *",
    "2026-03-28T12:00:00Z",
    ["2026-03-29T01:00", "2026-03-30T00:30"],
  ],
  [
    "once, at a time that the autumn change repeats",
    "TZ=Europe/Berlin 30 2 * * *",
    "2026-10-24T12:00:00Z",
    ["2026-10-25T00:30", "2026-10-26T01:30"],
  ],
  [
    "through both of the hours that the autumn change repeats, when it is by the hour",
    "TZ=America/New_York 0 * * * *",
    "2026-11-01T04:30:00Z",
    ["2026-11-01T05:00", "2026-11-01T06:00", "2026-11-01T07:00"],
  ],
  [
    "every five minutes across the spring change",
    "TZ=Europe/Berlin */5 * * * *",
    "2026-03-29T00:54:00Z",
    ["2026-03-29T00:55", "2026-03-29T01:00", "2026-03-29T01:05"],
  ],
])("comes %s", (_, expression, from, expected) => {
  expect(series(expression, from, expected.length)).toEqual(expected);
});

it.each(["0 6 * *", "0 0 6 * * *", "0 25 * * *", "0 0 30 2 *", "TZ=Nowhere/Town 0 6 * * *"])(
  "refuses %s",
  (expression) => {
    expect(() => nextCronTime(expression, new Date("2026-01-01T00:00:00Z"))).toThrow();
  },
);
