import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { SourceError } from "@/lib/integrations/source-ports";
import { toJobError } from "./job-middleware";

it.each([
  "invalid_input",
  "not_found",
  "conflict",
  "too_large",
  "unsupported",
  "rate_limited",
] as const)("does not let %s be tried again", (code) => {
  const error = new AppError(code, "No.");
  expect(toJobError(error, 0)).toBeInstanceOf(NonRetriableError);
  expect(toJobError(error, 0)).toMatchObject({ message: "No.", cause: error });
});

it("hands on what may succeed the next time, and what it does not know", () => {
  for (const error of [new AppError("unavailable", "Later."), new Error("x"), "text"]) {
    expect(toJobError(error, 0)).toBe(error);
  }
});

const vendor = (failure: SourceError["failure"], retryAfterS?: number) =>
  new SourceError("strava", failure, "No.", retryAfterS === undefined ? {} : { retryAfterS });

it.each(["signed_out", "forbidden", "not_found", "refused", "misunderstood"] as const)(
  "does not ask a vendor again that says %s",
  (failure) => {
    const error = vendor(failure);
    expect(toJobError(error, 0)).toBeInstanceOf(NonRetriableError);
    expect(toJobError(error, 0)).toMatchObject({ message: "No.", cause: error });
  },
);

it.each(["unavailable", "rate_limited"] as const)(
  "asks a vendor that is %s again when it said, else after 1, 2, 4, 8 s and some chance",
  (failure) => {
    const waits = (error: SourceError, random: number) =>
      [0, 1, 2, 3].map((attempt) => {
        const told = toJobError(error, attempt, random);
        expect(told).toBeInstanceOf(RetryAfterError);
        return Number((told as RetryAfterError).retryAfter);
      });
    expect(waits(vendor(failure, 90), 0.3)).toEqual([90, 90, 90, 90]);
    expect(waits(vendor(failure, 0), 0.3)).toEqual([1, 1, 1, 1]);
    expect(waits(vendor(failure), 0.5)).toEqual([1, 2, 4, 8]);
    expect(waits(vendor(failure), 0)).toEqual([1, 1, 2, 4]);
    expect(waits(vendor(failure), 0.99)).toEqual([2, 3, 6, 12]);
  },
);
