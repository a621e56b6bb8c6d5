import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBusyTimes } from "./read-busy-times";

const PARIS = "Europe/Paris";
type Asked = { readonly zone?: string; readonly from?: string; readonly to?: string };

const calendar = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...lines, "END:VCALENDAR", ""].join(
    "\r\n",
  );
const event = (...lines: readonly string[]) => {
  const uid = lines.some((line) => line.startsWith("UID")) ? [] : ["UID:e1"];
  return ["BEGIN:VEVENT", ...uid, "SUMMARY:Secret meeting", ...lines, "END:VEVENT"];
};
const read = (text: string | Uint8Array, { zone = PARIS, from, to }: Asked = {}) =>
  readBusyTimes({
    bytes: typeof text === "string" ? Buffer.from(text) : text,
    timeZone: zone,
    fromMs: Date.parse(from ?? "2026-03-01T00:00:00Z"),
    toMs: Date.parse(to ?? "2026-05-01T00:00:00Z"),
  });
const short = (ms: number) => new Date(ms).toISOString().replace(/:00\.000Z$/, "Z");
/** "2026-03-10T08:00Z/09:30Z", with the day of the end where it is another one. */
const spans = (text: string, asked?: Asked) =>
  (read(text, asked)?.busyTimes ?? []).map(({ startMs, endMs }) => {
    const [start, end] = [short(startMs), short(endMs)];
    return `${start}/${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
  });
const busy = (lines: readonly string[], asked?: Asked) =>
  spans(calendar(...event(...lines)), asked);
const starts = (lines: readonly string[], asked?: Asked) =>
  busy(lines, asked).map((span) => span.split("/")[0]);

describe("single events", () => {
  it("are busy from their beginning to their end, and say nothing of what they are", () => {
    const found = read(calendar(...event("DTSTART:20260310T080000Z", "DTEND:20260310T093000Z")));
    expect(found).toEqual({
      name: null,
      busyTimes: [
        {
          uid: "e1",
          startMs: Date.parse("2026-03-10T08:00:00Z"),
          endMs: Date.parse("2026-03-10T09:30:00Z"),
          isAllDay: false,
        },
      ],
      unreadable: 0,
      isCut: false,
    });
  });

  it("may last over midnight, for days, or say how long in place of until when", () => {
    expect(busy(["DTSTART:20260310T220000Z", "DTEND:20260311T020000Z"])).toEqual([
      "2026-03-10T22:00Z/2026-03-11T02:00Z",
    ]);
    expect(busy(["DTSTART:20260310T220000Z", "DURATION:P1DT2H30M"])).toEqual([
      "2026-03-10T22:00Z/2026-03-12T00:30Z",
    ]);
    expect(busy(["DTSTART:20260310T220000Z", "DURATION:P1W"])).toEqual([
      "2026-03-10T22:00Z/2026-03-17T22:00Z",
    ]);
  });

  it.each([
    ["cancelled", ["STATUS:CANCELLED"]],
    ["free", ["TRANSP:TRANSPARENT"]],
    ["free by Outlook", ["X-MICROSOFT-CDO-BUSYSTATUS:FREE"]],
  ])("are not busy when %s", (_what, lines) => {
    const times = ["DTSTART:20260310T080000Z", "DTEND:20260310T090000Z"];
    expect(busy([...times, ...lines])).toEqual([]);
    expect(busy([...times, "STATUS:TENTATIVE", "TRANSP:OPAQUE"])).toHaveLength(1);
  });

  it.each([
    ["no length", ["DTSTART:20260310T080000Z"]],
    ["an end before its beginning", ["DTSTART:20260310T080000Z", "DTEND:20260310T070000Z"]],
    ["a negative duration", ["DTSTART:20260310T080000Z", "DURATION:-PT1H"]],
  ])("do not count with %s", (_what, lines) => expect(busy(lines)).toEqual([]));

  it("count when they only reach into the time that is asked for", () => {
    const lines = ["DTSTART:20260310T080000Z", "DTEND:20260310T093000Z"];
    const at = (from: string, to: string) =>
      busy(lines, { from: `2026-03-10T${from}:00Z`, to: `2026-03-10T${to}:00Z` }).length;
    expect(at("09:00", "12:00")).toBe(1);
    expect(at("09:30", "12:00")).toBe(0);
    expect(at("07:00", "08:00")).toBe(0);
    expect(at("07:00", "08:01")).toBe(1);
  });
});

describe("whole days", () => {
  it("are those of the athlete's time zone, also on the days of the clock change", () => {
    const lines = ["DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330"];
    expect(busy(lines)).toEqual(["2026-03-27T23:00Z/2026-03-29T22:00Z"]);
    expect(busy(lines, { zone: "America/New_York" })).toEqual([
      "2026-03-28T04:00Z/2026-03-30T04:00Z",
    ]);
    const [time] = read(calendar(...event(...lines)))?.busyTimes ?? [];
    expect(time?.isAllDay).toBe(true);
  });

  it("last one day without an end, and as long as a duration says", () => {
    const day = "DTSTART;VALUE=DATE:20260310";
    expect(busy([day])).toEqual(["2026-03-09T23:00Z/2026-03-10T23:00Z"]);
    expect(busy([day, "DURATION:P2D"])).toEqual(["2026-03-09T23:00Z/2026-03-11T23:00Z"]);
    expect(busy([day, "DTEND;VALUE=DATE:20260310"])).toEqual([
      "2026-03-09T23:00Z/2026-03-10T23:00Z",
    ]);
  });

  it("recur by the calendar: a birthday each year", () => {
    const lines = ["DTSTART;VALUE=DATE:19800315", "RRULE:FREQ=YEARLY"];
    expect(busy(lines)).toEqual(["2026-03-14T23:00Z/2026-03-15T23:00Z"]);
  });
});

describe("time zones", () => {
  const at = (start: string, extra: readonly string[] = []) =>
    spans(calendar(...extra, ...event(start, "DURATION:PT1H")))[0];

  it("are known by IANA names, also without a description, quoted, or behind a prefix", () => {
    for (const tzid of [
      "America/New_York",
      '"America/New_York"',
      "/mozilla.org/20050126_1/America/New_York",
      "/freeassociation.sourceforge.net/America/New_York",
      "America/Argentina/Buenos_Aires",
    ]) {
      const hour = tzid.includes("Argentina") ? "12" : "13";
      expect(at(`DTSTART;TZID=${tzid}:20260310T090000`), tzid).toMatch(
        new RegExp(`^2026-03-10T${hour}:00Z`),
      );
    }
  });

  it("are known by Microsoft's names", () => {
    expect(at("DTSTART;TZID=W. Europe Standard Time:20260110T090000", [])).toBeUndefined();
    expect(at("DTSTART;TZID=W. Europe Standard Time:20260310T090000")).toMatch(/T08:00Z/);
    expect(at('DTSTART;TZID="Eastern Standard Time":20260310T090000')).toMatch(/T13:00Z/);
    expect(at("DTSTART;TZID=India Standard Time:20260310T090000")).toMatch(/T03:30Z/);
  });

  const DESCRIBED = [
    "BEGIN:VTIMEZONE",
    "TZID:Customized Time Zone",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0600",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0600",
    "TZOFFSETTO:+0700",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];

  it("are taken as the calendar describes them where no name is known", () => {
    const tzid = "DTSTART;TZID=Customized Time Zone";
    expect(at(`${tzid}:20260310T090000`, DESCRIBED)).toMatch(/^2026-03-10T03:00Z/);
    expect(at(`${tzid}:20260410T090000`, DESCRIBED)).toMatch(/^2026-04-10T02:00Z/);
  });

  it("are the athlete's own for floating times and unknown names", () => {
    expect(at("DTSTART:20260310T090000")).toMatch(/^2026-03-10T08:00Z/);
    expect(at("DTSTART;TZID=Nowhere:20260310T090000")).toMatch(/^2026-03-10T08:00Z/);
    const lines = ["DTSTART:20260310T090000", "DURATION:PT1H"];
    expect(busy(lines, { zone: "Asia/Kolkata" })).toEqual(["2026-03-10T03:30Z/04:30Z"]);
  });

  it("may differ between beginning and end: a flight", () => {
    const lines = [
      "DTSTART;TZID=Europe/Paris:20260310T100000",
      "DTEND;TZID=America/New_York:20260310T130000",
    ];
    expect(busy(lines)).toEqual(["2026-03-10T09:00Z/17:00Z"]);
  });
});

describe("clock changes", () => {
  it("leave a weekly meeting at its hour", () => {
    const lines = [
      "DTSTART;TZID=Europe/Paris:20260325T090000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY;COUNT=2",
    ];
    expect(busy(lines)).toEqual(["2026-03-25T08:00Z/09:00Z", "2026-04-01T07:00Z/08:00Z"]);
  });

  it("move a time that is skipped forward, and take the first of one that is repeated", () => {
    const skipped = ["DTSTART;TZID=Europe/Paris:20260329T023000", "DURATION:PT1H"];
    expect(busy(skipped)).toEqual(["2026-03-29T01:30Z/02:30Z"]);
    const repeated = ["DTSTART;TZID=Europe/Paris:20261025T023000", "DURATION:PT1H"];
    const october = { from: "2026-10-01T00:00:00Z", to: "2026-11-15T00:00:00Z" };
    expect(busy(repeated, october)).toEqual(["2026-10-25T00:30Z/01:30Z"]);
    const american = ["DTSTART;TZID=America/New_York:20261101T013000", "DURATION:PT1H"];
    expect(busy(american, october)).toEqual(["2026-11-01T05:30Z/06:30Z"]);
  });

  it("leave a night shift as long as it is, and a day by the calendar", () => {
    const night = [
      "DTSTART;TZID=Europe/Paris:20260327T220000",
      "DTEND;TZID=Europe/Paris:20260328T060000",
      "RRULE:FREQ=DAILY;COUNT=2",
    ];
    expect(busy(night)[1]).toBe("2026-03-28T21:00Z/2026-03-29T05:00Z");
    const aDay = ["DTSTART;TZID=Europe/Paris:20260328T120000", "DURATION:P1D"];
    expect(busy(aDay)).toEqual(["2026-03-28T11:00Z/2026-03-29T10:00Z"]);
  });
});

describe("recurring events", () => {
  const daily = (rule: string, ...more: string[]) =>
    starts(["DTSTART:20260310T080000Z", "DURATION:PT1H", `RRULE:${rule}`, ...more]).map((start) =>
      start?.slice(5, 10),
    );

  it.each([
    ["FREQ=DAILY;COUNT=3", ["03-10", "03-11", "03-12"]],
    ["FREQ=DAILY;INTERVAL=10;COUNT=3", ["03-10", "03-20", "03-30"]],
    ["FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", ["03-10", "03-12", "03-17", "03-19"]],
    ["FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU;UNTIL=20260408T000000Z", ["03-10", "03-24", "04-07"]],
    ["FREQ=MONTHLY;BYDAY=2TU;COUNT=2", ["03-10", "04-14"]],
    ["FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["03-31", "04-30"]],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["03-31", "04-30"]],
    ["FREQ=YEARLY;BYMONTH=3;BYDAY=TU;COUNT=2", ["03-10", "03-17"]],
    ["FREQ=DAILY;BYMONTH=3;BYMONTHDAY=10,20", ["03-10", "03-20"]],
  ])("by %s", (rule, days) => expect(daily(rule)).toEqual(days));

  it("end with the day or the instant of their last one", () => {
    expect(daily("FREQ=DAILY;UNTIL=20260312T080000Z")).toEqual(["03-10", "03-11", "03-12"]);
    expect(daily("FREQ=DAILY;UNTIL=20260312T075959Z")).toEqual(["03-10", "03-11"]);
    expect(daily("FREQ=DAILY;UNTIL=20260312")).toEqual(["03-10", "03-11", "03-12"]);
    // 09:00 in Paris is 08:00 in UTC, in which the end is given.
    const local = ["DTSTART;TZID=Europe/Paris:20260310T090000", "DURATION:PT1H"];
    expect(starts([...local, "RRULE:FREQ=DAILY;UNTIL=20260311T080000Z"])).toHaveLength(2);
    expect(starts([...local, "RRULE:FREQ=DAILY;UNTIL=20260311T075900Z"])).toHaveLength(1);
  });

  it("reach into the window from long ago, and end with it where they have no end", () => {
    const lines = ["DTSTART:20010105T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"];
    expect(starts(lines).map((start) => start?.slice(5, 10))).toEqual([
      ...["03-06", "03-13", "03-20", "03-27", "04-03", "04-10", "04-17", "04-24"],
    ]);
  });

  it("of long ago keep their rhythm: every third week, every fifth day", () => {
    const at = (start: string, rule: string, count: string) => {
      const lines = [`DTSTART:${start}`, "DURATION:PT1H"];
      const days = (extra: string) => starts([...lines, `RRULE:${rule}${extra}`]);
      expect(days("")).toEqual(days(`;COUNT=${count}`));
      return days("").map((day) => day?.slice(5, 10));
    };
    expect(at("20180102T080000Z", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE", "999")).toEqual([
      ...["03-02", "03-04", "03-23", "03-25", "04-13", "04-15"],
    ]);
    expect(at("20100101T080000Z", "FREQ=DAILY;INTERVAL=5;BYMONTH=3", "9999")).toEqual([
      ...["03-03", "03-08", "03-13", "03-18", "03-23", "03-28"],
    ]);
  });

  it("leave out single ones, by instant, in another zone, several at once, or by the day", () => {
    const rule = "FREQ=DAILY;COUNT=5";
    expect(
      daily(
        rule,
        "EXDATE:20260311T080000Z,20260312T080000Z",
        "EXDATE;TZID=Europe/Paris:20260314T090000",
      ),
    ).toEqual(["03-10", "03-13"]);
    expect(daily(rule, "EXDATE;VALUE=DATE:20260310")).toEqual(["03-11", "03-12", "03-13", "03-14"]);
    const days = [
      "DTSTART;VALUE=DATE:20260310",
      "RRULE:FREQ=DAILY;COUNT=3",
      "EXDATE;VALUE=DATE:20260311",
    ];
    expect(busy(days)).toHaveLength(2);
  });

  it("have others added, with a length of their own where they say one", () => {
    const lines = [
      "DTSTART:20260310T080000Z",
      "DURATION:PT1H",
      "RDATE:20260320T100000Z,20260310T080000Z",
      "RDATE;VALUE=PERIOD:20260322T100000Z/PT3H,20260323T100000Z/20260323T110000Z",
    ];
    expect(busy(lines)).toEqual([
      "2026-03-10T08:00Z/09:00Z",
      "2026-03-20T10:00Z/11:00Z",
      "2026-03-22T10:00Z/13:00Z",
      "2026-03-23T10:00Z/11:00Z",
    ]);
  });
});

describe("occurrences that were changed", () => {
  const weekly = event(
    "DTSTART;TZID=Europe/Paris:20260303T090000",
    "DURATION:PT1H",
    "RRULE:FREQ=WEEKLY;COUNT=4",
  );
  const changed = (...lines: string[]) => spans(calendar(...weekly, ...event(...lines)));

  it("are where they were moved to, also out of the order and by another zone's name", () => {
    expect(
      changed("RECURRENCE-ID:20260310T080000Z", "DTSTART:20260312T150000Z", "DURATION:PT30M"),
    ).toEqual([
      "2026-03-03T08:00Z/09:00Z",
      "2026-03-12T15:00Z/15:30Z",
      "2026-03-17T08:00Z/09:00Z",
      "2026-03-24T08:00Z/09:00Z",
    ]);
  });

  it("are gone when they were cancelled, or are free now", () => {
    const at = "RECURRENCE-ID;TZID=Europe/Paris:20260310T090000";
    const times = ["DTSTART;TZID=Europe/Paris:20260310T090000", "DURATION:PT1H"];
    expect(changed(at, ...times, "STATUS:CANCELLED")).toHaveLength(3);
    expect(changed(at, ...times, "TRANSP:TRANSPARENT")).toHaveLength(3);
  });

  it("count as they were changed last", () => {
    const version = (sequence: number, start: string) =>
      event(
        "RECURRENCE-ID:20260310T080000Z",
        `SEQUENCE:${sequence}`,
        `DTSTART:${start}`,
        "DURATION:PT1H",
      );
    const text = calendar(
      ...version(2, "20260311T080000Z"),
      ...weekly,
      ...version(1, "20260312T080000Z"),
    );
    expect(spans(text)).toContain("2026-03-11T08:00Z/09:00Z");
    expect(spans(text)).toHaveLength(4);
  });

  it("may be all that follow, moved together until the next change", () => {
    expect(
      changed(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260317T090000",
        "DTSTART;TZID=Europe/Paris:20260318T140000",
        "DURATION:PT2H",
      ),
    ).toEqual([
      "2026-03-03T08:00Z/09:00Z",
      "2026-03-10T08:00Z/09:00Z",
      "2026-03-18T13:00Z/15:00Z",
      "2026-03-25T13:00Z/15:00Z",
    ]);
  });

  it("count alone where their series is not in the calendar", () => {
    const only = event(
      "RECURRENCE-ID:20260310T080000Z",
      "DTSTART:20260310T100000Z",
      "DURATION:PT1H",
    );
    expect(spans(calendar(...only))).toEqual(["2026-03-10T10:00Z/11:00Z"]);
  });

  it("of whole days are found by their day", () => {
    const days = event("DTSTART;VALUE=DATE:20260310", "RRULE:FREQ=DAILY;COUNT=2");
    const free = event(
      "RECURRENCE-ID;VALUE=DATE:20260311",
      "DTSTART;VALUE=DATE:20260311",
      "STATUS:CANCELLED",
    );
    expect(spans(calendar(...days, ...free))).toEqual(["2026-03-09T23:00Z/2026-03-10T23:00Z"]);
  });
});

describe("calendars as they come", () => {
  const good = event("UID:good", "DTSTART:20260310T080000Z", "DTEND:20260310T090000Z");

  it("have a name, folded, escaped and without control characters", () => {
    const named = (...lines: string[]) => read(calendar(...lines))?.name;
    expect(named("X-WR-CALNAME:Work\\, and\u0007 more")).toBe("Work, and more");
    expect(named("X-WR-CALNAME;LANGUAGE=en:Lo", " ng")).toBe("Long");
    expect(named(`NAME:${"x".repeat(500)}`)).toHaveLength(80);
    expect(named(...event("X-WR-CALNAME:Inside", "DTSTART:20260310T080000Z"))).toBeNull();
  });

  it("lose only what is broken in them", () => {
    const broken = [
      event("UID:b1", "DTEND:20260310T090000Z"),
      event("UID:b2", "DTSTART:yesterday", "DURATION:PT1H"),
      event("UID:b3", "DTSTART:20260310T080000Z", "RRULE:FREQ=SOMETIMES"),
      event("UID:b4", "this is no line"),
      event("UID:b5", 'DTSTART;TZID="Europe/Paris:20260310T080000'),
    ];
    const found = read(calendar(...broken.flat(), ...good));
    expect(found?.busyTimes.map(({ uid }) => uid)).toEqual(["good"]);
    expect(found?.unreadable).toBe(5);
  });

  it("may have plain line breaks, a byte order mark, and what is not an event", () => {
    const alarm = ["BEGIN:VALARM", "TRIGGER:-PT15M", "ACTION:DISPLAY", "END:VALARM"];
    const task = [
      "BEGIN:VTODO",
      "UID:t",
      "DTSTART:20260311T080000Z",
      "DUE:20260311T090000Z",
      "END:VTODO",
    ];
    const withAlarm = [...good.slice(0, -1), ...alarm, "END:VEVENT"];
    const text = `\uFEFF${calendar(...task, ...withAlarm).replaceAll("\r\n", "\n")}`;
    expect(spans(text)).toEqual(["2026-03-10T08:00Z/09:00Z"]);
  });

  it.each([
    ["a page", "<!doctype html><title>Sign in</title>"],
    ["nothing", ""],
    ["JSON", '{"error":"no"}'],
    ["half a calendar", calendar(...good).slice(0, 120)],
    ["a calendar without its end", calendar(...good).replace("END:VCALENDAR", "")],
  ])("are refused when they are %s", (_what, text) => expect(read(text)).toBeNull());

  it("may be empty", () => expect(read(calendar())?.busyTimes).toEqual([]));

  it("name each time once, and long names by their hash", () => {
    const twice = [...good, ...good];
    expect(spans(calendar(...twice))).toHaveLength(1);
    const long = event(`UID:${"u".repeat(1000)}`, "DTSTART:20260310T080000Z", "DURATION:PT1H");
    expect(read(calendar(...long))?.busyTimes[0]?.uid).toMatch(/^[0-9a-f]{64}$/);
  });

  it("keep several events that share a uid, and the newest version of one", () => {
    const at = (sequence: number, hour: string) =>
      event(`SEQUENCE:${sequence}`, `DTSTART:20260310T${hour}0000Z`, "DURATION:PT1H");
    expect(spans(calendar(...at(0, "08"), ...at(0, "10")))).toHaveLength(2);
    expect(spans(calendar(...at(3, "10"), ...at(2, "08")))).toEqual(["2026-03-10T10:00Z/11:00Z"]);
  });
});

describe("hostile calendars", () => {
  const hostile = (rule: string, start = "DTSTART:20260310T080000Z") =>
    read(calendar(...event(start, "DURATION:PT1H", `RRULE:${rule}`)));

  it.each([
    "FREQ=SECONDLY",
    "FREQ=SECONDLY;COUNT=2147483647",
    "FREQ=MINUTELY;UNTIL=99991231T235959Z",
    "FREQ=DAILY;COUNT=99999999999999",
  ])("are cut short: %s", (rule) => {
    const found = hostile(rule);
    expect(found?.busyTimes.length).toBeLessThanOrEqual(5_000);
    expect(found?.isCut || (found?.busyTimes.length ?? 0) < 100).toBe(true);
    expect(hostile("FREQ=SECONDLY", "DTSTART:19700101T000000Z")?.isCut).toBe(true);
  });

  it("share what may be counted among all their events", () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      event(`UID:${i}`, "DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"),
    );
    expect(read(calendar(...many.flat()))?.isCut).toBe(true);
  });

  it("never make it throw, whatever stands in them", () => {
    const piece = fc.constantFrom(
      ...[
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "UID:x",
        "DTSTART:",
        ";",
      ],
      ...["DTSTART:20260310T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:x"],
      ...[
        "RRULE:FREQ=MONTHLY;BYSETPOS=9",
        "RECURRENCE-ID:20260310T080000Z",
        "TZID:x",
        "SEQUENCE:-1",
      ],
      ...["RDATE;VALUE=PERIOD:20260310T080000Z/PT1H", "DTEND;VALUE=DATE:20260311", " folded"],
    );
    const line = fc.oneof(piece, fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const found = read(calendar(...lines));
        for (const { startMs, endMs } of found?.busyTimes ?? [])
          expect(endMs).toBeGreaterThan(startMs);
      }),
    );
  });
});
