import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CalendarOptions, calendarSource } from "@/lib/integrations/calendar/calendar-source";
import { SourceError } from "@/lib/integrations/source-ports";
import type { BadDay } from "../support/vendors/bad-days";
import {
  type CalendarServer,
  startCalendarServer,
} from "../support/vendors/calendar/calendar-server";
import { startVendorServer } from "../support/vendors/vendor-server";

const SECRET = "private-0123456789abcdef";
const HOME: CalendarOptions = { allowsPrivate: true, timeoutMs: 2_000 };
const FROM = new Date("2026-03-01T00:00:00Z");
const TO = new Date("2026-05-01T00:00:00Z");

const feed = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:Work", ...lines, "END:VCALENDAR", ""].join(
    "\r\n",
  );
const MEETING = [
  "BEGIN:VEVENT",
  "UID:m1",
  "SUMMARY:Secret",
  "DTSTART:20260310T080000Z",
  "DTEND:20260310T090000Z",
  "END:VEVENT",
];

let server: CalendarServer;
beforeEach(async () => {
  server = await startCalendarServer();
});
afterEach(() => server.close());

const open = (url: string, options: CalendarOptions = HOME) =>
  calendarSource(options).open({
    credentials: { url },
    now: () => new Date(),
    save: () => Promise.resolve(),
    exclusively: (work) => work({ url }),
  });
const read = (url: string, options?: CalendarOptions, version: string | null = null) =>
  open(url, options).readCalendar?.({ from: FROM, to: TO, timeZone: "Europe/Paris", version }) ??
  Promise.reject(new Error("no way to read"));
const refusal = async (url: string, options?: CalendarOptions) => {
  const error = await read(url, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SourceError);
  expect(everythingSaid(error)).not.toContain(SECRET);
  return error as SourceError;
};

/** Every text that an error carries, its causes included. */
function everythingSaid(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, JSON.stringify(error), everythingSaid(error.cause)].join(
    "\n",
  );
}

describe("connecting a calendar", () => {
  it("looks whether there is one, and knows it by its name and never by its address", async () => {
    const url = server.account(SECRET, feed(...MEETING));
    const signedIn = await calendarSource(HOME).signIn(`  ${url}#today `);
    expect(signedIn).toMatchObject({ credentials: { url }, label: "Work", expiresAt: null });
    expect(JSON.stringify({ ...signedIn, credentials: null })).not.toContain(SECRET);
    expect((await calendarSource(HOME).signIn(url)).accountId).toBe(signedIn.accountId);
  });

  it.each(["", "calendar", "file:///etc/passwd", "ftp://a.example/x.ics", "javascript:alert(1)"])(
    "refuses %j",
    async (text) => {
      await expect(calendarSource(HOME).signIn(text)).rejects.toMatchObject({
        code: "invalid_input",
      });
    },
  );

  it("asks for encryption outside of one's own network, and takes webcal for it", async () => {
    const http = `http://calendar.example/${SECRET}.ics`;
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return ["127.0.0.1"];
    };
    const refused = await calendarSource()
      .signIn(http)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(/https/),
    });
    expect(everythingSaid(refused)).not.toContain(SECRET);
    await expect(
      calendarSource({ resolve }).signIn(`webcal://calendar.example/${SECRET}.ics`),
    ).rejects.toMatchObject({ failure: "forbidden" });
    expect(asked).toEqual(["calendar.example"]);
  });
});

describe("reading a calendar", () => {
  it("gives when the athlete is busy, and not with what", async () => {
    const found = await read(server.account("a", feed(...MEETING)));
    expect(found).toMatchObject({
      name: "Work",
      busyTimes: [{ uid: "m1", startAt: new Date("2026-03-10T08:00:00Z"), isAllDay: false }],
      unreadable: 0,
      isCut: false,
    });
    expect(JSON.stringify(found)).not.toContain("Secret");
  });

  it("is told when nothing has changed", async () => {
    const url = server.account("a", feed(...MEETING));
    const first = await read(url);
    expect(await read(url, HOME, first?.version ?? null)).toBeNull();
    server.account("a", feed());
    const changed = await read(url, HOME, first?.version ?? null);
    expect(changed?.busyTimes).toEqual([]);
    expect(changed?.version).not.toBe(first?.version);
  });

  it("sends a password only where it was given for", async () => {
    const other = await startVendorServer([
      { method: "GET", path: /./, answer: () => ({ body: feed() }) },
    ]);
    try {
      const way = server.redirect("a", `${other.url}/b.ics`).replace("://", `://ada:${SECRET}@`);
      await read(way);
      expect(server.requests[0]?.headers.authorization).toBe(
        `Basic ${Buffer.from(`ada:${SECRET}`).toString("base64")}`,
      );
      expect(other.requests[0]?.headers.authorization).toBeUndefined();
    } finally {
      await other.close();
    }
  });

  it("takes gzip, within the same limit", async () => {
    const bombs = await startVendorServer([
      {
        method: "GET",
        path: /small/,
        answer: () => ({
          headers: { "content-encoding": "gzip" },
          body: gzipSync(feed(...MEETING)),
        }),
      },
      {
        method: "GET",
        path: /./,
        answer: () => ({
          headers: { "content-encoding": "gzip" },
          body: gzipSync(Buffer.alloc(50_000_000)),
        }),
      },
    ]);
    try {
      expect((await read(`${bombs.url}/small.ics`))?.busyTimes).toHaveLength(1);
      expect(await refusal(`${bombs.url}/bomb.ics`)).toMatchObject({
        failure: "misunderstood",
        message: expect.stringMatching(/5 MB/),
      });
    } finally {
      await bombs.close();
    }
  });

  it("takes no more than 5 MB", async () => {
    const url = server.account(SECRET, feed(...MEETING) + "x".repeat(5_300_000));
    expect(await refusal(url)).toMatchObject({ failure: "misunderstood" });
  });

  const days: readonly (readonly [string, BadDay, string, number | null])[] = [
    ["401", { status: 401 }, "signed_out", null],
    ["403", { status: 403 }, "forbidden", null],
    ["404", { status: 404 }, "not_found", null],
    ["410", { status: 410 }, "not_found", null],
    ["429 alone", { status: 429 }, "rate_limited", null],
    ["429 with seconds", { status: 429, retryAfterS: 30 }, "rate_limited", 30],
    [
      "429 by a wrong clock",
      { status: 429, retryAfterS: 30, retryAfterAs: "date", skewS: 7200 },
      "rate_limited",
      30,
    ],
    ["500", { status: 500 }, "unavailable", null],
    ["silence", { how: "timeout" }, "unavailable", null],
    ["half a body", { how: "half_body" }, "unavailable", null],
    ["a page", { how: "html" }, "misunderstood", null],
    ["no content", { how: "empty_204" }, "misunderstood", null],
    ["null", { how: "null" }, "misunderstood", null],
    ["a list", { how: "empty_list" }, "misunderstood", null],
  ];
  it.each(days)(
    "fails typed on a day of %s, and works the next",
    async (_what, day, failure, waitS) => {
      const url = server.account(SECRET, feed(...MEETING));
      server.fail(day);
      expect(await refusal(url)).toMatchObject({
        failure,
        retryAfterS: waitS,
        provider: "calendar",
      });
      expect((await read(url))?.busyTimes).toHaveLength(1);
    },
  );

  it("fails typed when nobody is there, and goes through the policy", async () => {
    expect(await refusal(`http://127.0.0.1:1/${SECRET}.ics`)).toMatchObject({
      failure: "unavailable",
    });
    let calls = 0;
    const call: CalendarOptions["call"] = (work) => {
      calls++;
      return work(new AbortController().signal);
    };
    await read(server.account("a", feed()), { ...HOME, call });
    expect(calls).toBe(1);
  });

  it("does not hang on rules that lead nowhere", async () => {
    const rule = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    const never = MEETING.map((line) => (line.startsWith("SUMMARY") ? rule : line));
    const found = await read(server.account("a", feed(...never))).catch((error) => error);
    const isBounded = found instanceof SourceError ? found.failure : found.busyTimes.length <= 1;
    expect(isBounded).toBeTruthy();
    expect((await read(server.account("b", feed(...MEETING))))?.busyTimes).toHaveLength(1);
  }, 60_000);
});

describe("where Formline may go for a calendar", () => {
  const strict: CalendarOptions = { timeoutMs: 2_000 };
  const https = (host: string) => `https://${host}/${SECRET}.ics`;

  it.each([
    ...["127.0.0.1", "[::1]", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1"],
    ...["[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]", "0.0.0.0", "2130706433", "0x7f.1"],
  ])("not to %s", async (host) => {
    expect(await refusal(https(host), strict)).toMatchObject({ failure: "forbidden" });
  });

  it("not to a name that leads into a private network, alone or among others", async () => {
    for (const addresses of [["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::1"], []]) {
      const resolve = async () => addresses;
      expect(await refusal(https("evil.example"), { ...strict, resolve })).toMatchObject({
        failure: "forbidden",
      });
    }
  });

  it("not to a machine's own secrets, even where private networks are allowed", async () => {
    expect(await refusal("http://169.254.169.254/latest/meta-data", HOME)).toMatchObject({
      failure: "forbidden",
    });
  });

  it("to the very address that was checked, asked for once", async () => {
    let asked = 0;
    const resolve = async () => {
      asked++;
      // A name that leads elsewhere the second time.
      return asked === 1 ? ["127.0.0.1"] : ["10.255.255.1"];
    };
    const url = server.account("a", feed(...MEETING)).replace("127.0.0.1", "calendar.test");
    expect((await read(url, { ...HOME, resolve }))?.busyTimes).toHaveLength(1);
    expect(asked).toBe(1);
    expect(server.requests[0]?.headers.host).toMatch(/^calendar\.test:/);
  });

  it("not where a redirection leads that may not be gone to, and not in circles", async () => {
    const target = server.account("a", feed(...MEETING));
    const chain = (n: number) =>
      Array.from({ length: n }).reduce<string>((to, _, i) => server.redirect(`r${i}`, to), target);
    expect((await read(chain(3)))?.busyTimes).toHaveLength(1);
    expect(await refusal(chain(4))).toMatchObject({ failure: "misunderstood" });
    for (const to of ["http://169.254.169.254/", "file:///etc/passwd", "gopher://x/", "http://["]) {
      expect(await refusal(server.redirect(SECRET, to))).toMatchObject({ failure: "forbidden" });
    }
  });
});
