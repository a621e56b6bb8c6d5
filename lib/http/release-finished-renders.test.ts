import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it } from "vitest";
import { releaseFinishedRenders } from "./release-finished-renders";

const native = AbortController.prototype.abort;
const collectGarbage = ((): (() => void) => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
})();

/** A page that ends by aborting its signal, as React does: a frame runs on the page itself. */
class Page {
  readonly controller = new AbortController();
  end(withReason: boolean): void {
    if (withReason) this.controller.abort(new Error("this render completed"));
    else this.controller.abort();
  }
}

/** The signal that outlives its page, and whether the page is still held. */
async function endedPage(withReason: boolean) {
  const { signal, page } = (() => {
    const page = new Page();
    page.end(withReason);
    return { signal: page.controller.signal, page: new WeakRef(page) };
  })();
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  return { signal, isHeld: page.deref() !== undefined };
}

afterEach(() => {
  AbortController.prototype.abort = native;
  Reflect.deleteProperty(globalThis, "formlineReleasesRenders");
});

describe("releaseFinishedRenders", () => {
  it("lets a page go whose signal was aborted with an error, which is held without it", async () => {
    expect((await endedPage(true)).isHeld).toBe(true);
    releaseFinishedRenders();
    expect((await endedPage(true)).isHeld).toBe(false);
  });

  it("lets a page go whose signal was aborted without a reason", async () => {
    releaseFinishedRenders();
    const { signal, isHeld } = await endedPage(false);
    expect(isHeld).toBe(false);
    expect(signal.reason).toHaveProperty("name", "AbortError");
  });

  it("aborts as before, with whatever reason is given", () => {
    releaseFinishedRenders();
    releaseFinishedRenders();
    const controller = new AbortController();
    let heard = 0;
    controller.signal.addEventListener("abort", () => {
      heard++;
    });
    controller.abort("no longer wanted");
    controller.abort("again");
    expect(controller.signal).toMatchObject({ aborted: true, reason: "no longer wanted" });
    expect(heard).toBe(1);
  });
});
