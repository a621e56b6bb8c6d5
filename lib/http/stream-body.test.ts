import { describe, expect, it, vi } from "vitest";
import { streamBody } from "./stream-body";

vi.stubEnv("LOG_LEVEL", "silent");

async function* endless(ended: () => void): AsyncGenerator<Uint8Array> {
  try {
    for (let i = 0; ; i++) yield Uint8Array.of(i % 256);
  } finally {
    ended();
  }
}

describe("streamBody", () => {
  it("makes no more than is asked for, and ends the making when the reader goes", async () => {
    const ended = vi.fn();
    const reader = streamBody(endless(ended)).getReader();
    expect((await reader.read()).value).toEqual(Uint8Array.of(0));
    expect((await reader.read()).value).toEqual(Uint8Array.of(1));
    expect(ended).not.toHaveBeenCalled();
    await reader.cancel();
    expect(ended).toHaveBeenCalledOnce();
  });

  it("breaks the download off when the making fails", async () => {
    const failing = (async function* () {
      yield Uint8Array.of(1);
      throw new Error("the database went away");
    })();
    const reader = streamBody(failing).getReader();
    await reader.read();
    await expect(reader.read()).rejects.toThrow("went away");
  });
});
