import { expect, it } from "vitest";
import { formatJobs } from "./format-jobs";

const now = new Date("2026-11-21T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const quiet = {
  undispatchedEvents: 0,
  oldestUndispatchedAt: null,
  queued: 0,
  running: 0,
  waiting: 0,
  deadLetters: 0,
  oldestDueAt: null,
  nextCrons: [],
};

it("says that nothing happened", () => {
  expect(formatJobs({ queue: quiet, runs: [], deadLetters: [] }, now)).toBe(
    "Queue: 0 queued, 0 running, 0 waiting, 0 events to dispatch\n\nNothing has run yet.\n\nNothing gave up.\n",
  );
});

it("shows what waits, what ran and what gave up, with the first line of the cause", () => {
  const error = { name: "Error", message: "The disk is full.\nat line 3" };
  const text = formatJobs(
    {
      queue: {
        ...quiet,
        queued: 2,
        oldestDueAt: ago(90_000),
        nextCrons: [{ functionId: "f-cron", expression: "*", nextAt: ago(-180_000) }],
      },
      runs: [
        {
          id: "r1",
          functionId: "f-import",
          status: "completed",
          attempt: 0,
          createdAt: ago(7_200_000),
          startedAt: ago(7_200_000),
          finishedAt: ago(7_199_400),
          runAt: null,
          error: null,
          stepsDone: 4,
        },
        {
          id: "r2",
          functionId: "f-morning",
          status: "queued",
          attempt: 2,
          createdAt: ago(5_000),
          startedAt: ago(5_000),
          finishedAt: null,
          runAt: ago(-1_000),
          error,
          stepsDone: 1,
        },
      ],
      deadLetters: [{ runId: "r3", functionId: "f-import", error, diedAt: ago(259_200_000) }],
    },
    now,
  );
  expect(text).toContain("The oldest has been due for 90 s.");
  expect(text).toContain("Next f-cron: in 3 min");
  expect(text).toContain("completed  f-import  4 steps  2 h ago  took 600 ms");
  expect(text).toContain("queued     f-morning  1 steps  5 s ago  try 3  The disk is full.");
  expect(text).toContain("r3  f-import  3 d ago\n      Error: The disk is full.\n");
  expect(text).not.toContain("line 3");
});
