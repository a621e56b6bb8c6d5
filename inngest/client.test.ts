import { expect, it } from "vitest";
import { inngestMode } from "./client";

const none = {
  eventKey: null,
  signingKey: null,
  signingKeyFallback: null,
  baseUrl: null,
  dev: false,
};

it("stays in this process when nothing names a server", () => {
  expect(inngestMode(none)).toEqual({ kind: "embedded" });
});

it("hands work to the server that is named", () => {
  const keys = { ...none, eventKey: "e", signingKey: "s" };
  expect(inngestMode(keys)).toEqual({ kind: "server", ...keys });
  expect(inngestMode({ ...none, dev: true }).kind).toBe("server");
});

it.each([{ baseUrl: "http://127.0.0.1:8288" }, { eventKey: "e" }, { signingKey: "s" }])(
  "refuses half a server: %j",
  (part) => {
    expect(() => inngestMode({ ...none, ...part })).toThrow(/INNGEST_EVENT_KEY/);
  },
);
