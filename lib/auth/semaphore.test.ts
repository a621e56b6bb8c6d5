import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { semaphore } from "./semaphore";

function held() {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release: () => release() };
}

describe("semaphore", () => {
  it("lets so many run at a time, in order of arrival", async () => {
    const limited = semaphore(2, 10);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        limited(async () => {
          running += 1;
          most = Math.max(most, running);
          order.push(i);
          await new Promise((resolve) => setTimeout(resolve, 1));
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("turns away whom the queue has no room for", async () => {
    const limited = semaphore(1, 1);
    const first = held();
    const running = limited(() => first.until);
    const waiting = limited(async () => "waited");
    await expect(limited(async () => "too many")).rejects.toBeInstanceOf(AppError);
    first.release();
    await running;
    expect(await waiting).toBe("waited");
  });

  it("gives its place back when the work fails", async () => {
    const limited = semaphore(1, 0);
    await expect(limited(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await limited(async () => "next")).toBe("next");
  });
});
