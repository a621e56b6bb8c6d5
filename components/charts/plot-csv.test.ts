import { describe, expect, it } from "vitest";
import { csv } from "@/lib/csv";
import { plotCsv } from "./plot-csv";
import type { PlotModel } from "./plot-model";
import { plotPicture } from "./plot-picture";

const model: PlotModel = {
  pointNoun: "Day",
  labels: ["Fri 20 Nov", "Sat 21 Nov", "Sun 22 Nov"],
  days: ["2026-11-20", "2026-11-21", "2026-11-22"],
  ticks: [{ at: 0, text: "20 Nov" }],
  marker: { at: 1, text: "Today" },
  projection: { from: 2, label: "if you rest" },
  flags: [{ at: 2, text: "Race" }],
  panels: [
    {
      heightPx: 100,
      min: 0,
      max: 100,
      ticks: [{ at: 50, text: "50" }],
      bands: [{ low: 20, high: 200, tone: "go", label: "normal" }],
      series: [
        {
          name: "Form",
          unit: "",
          kind: "line",
          colour: "form",
          format: "signed",
          values: [-7.4, null, 3],
        },
        {
          name: "Sleep",
          unit: "",
          kind: "dots",
          colour: "sleep",
          format: "hours",
          values: [27_000, 0, null],
        },
        {
          name: "Normal",
          unit: "ms",
          kind: "range",
          colour: "hrv",
          format: "one-decimal",
          values: [63.25, 60, null],
          low: [45, null, null],
        },
      ],
    },
  ],
};

describe("csv", () => {
  it("ends lines as RFC 4180 does and quotes what needs it", () => {
    expect(
      csv(
        ["a", "b"],
        [
          ['say "hi"', "1,5"],
          ["two\nlines", null],
        ],
      ),
    ).toBe('a,b\r\n"say ""hi""","1,5"\r\n"two\nlines",\r\n');
  });
});

describe("plotCsv", () => {
  it("has the table's numbers, units in the headings, an empty cell for what is missing", () => {
    expect(plotCsv(model).split("\r\n")).toEqual([
      "Day,Kind,Form,Sleep (h),Normal low (ms),Normal high (ms)",
      "2026-11-20,actual,-7,7.5,45,63.3",
      "2026-11-21,actual,,0,,60",
      "2026-11-22,if you rest,3,,,",
      "",
    ]);
  });

  it("tells a pace as seconds, which a spreadsheet can add", () => {
    const panel = { heightPx: 100, min: 0, max: 20, ticks: [], bands: [] };
    const pace = {
      name: "Best",
      unit: "/km",
      kind: "line",
      colour: "form",
      format: "pace",
    } as const;
    const rows = plotCsv({
      pointNoun: "Time",
      labels: ["1 min", "5 min"],
      ticks: [],
      marker: null,
      panels: [{ ...panel, series: [{ ...pace, values: [15, null] }] }],
    });
    expect(rows).toBe("Time,Best (s/km)\r\n1 min,240\r\n5 min,\r\n");
  });
});

describe("plotPicture", () => {
  const picture = plotPicture("Form", "Level.", model);
  it("carries title, finding and every series by name", () => {
    expect([picture.title, picture.finding]).toEqual(["Form", "Level."]);
    expect(picture.legend.map(({ name }) => name)).toEqual(["Form", "Sleep", "Normal (ms)"]);
  });
  it("names colours of the theme, and cuts bands to the panel", () => {
    const [panel] = picture.panels;
    expect(panel?.marks.every(({ colour }) => /^--[\w-]+$/.test(colour))).toBe(true);
    expect(panel?.bands).toMatchObject([{ top: 0, bottom: 80, colour: "--go-soft" }]);
    expect(panel?.verticals.map(({ text }) => text)).toEqual(["Today", "Race"]);
  });
  it("draws what is supposed apart from what was measured", () => {
    const dashes = picture.panels[0]?.marks.map(({ dash }) => dash);
    expect(dashes).toContainEqual([2, 4]);
  });
});
