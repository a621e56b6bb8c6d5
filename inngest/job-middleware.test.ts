import { NonRetriableError } from "inngest";
import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
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
  expect(toJobError(error)).toBeInstanceOf(NonRetriableError);
  expect(toJobError(error)).toMatchObject({ message: "No.", cause: error });
});

it("hands on what may succeed the next time, and what it does not know", () => {
  for (const error of [new AppError("unavailable", "Later."), new Error("x"), "text"]) {
    expect(toJobError(error)).toBe(error);
  }
});
