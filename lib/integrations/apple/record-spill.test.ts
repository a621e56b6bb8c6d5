import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { RecordSpill, type SeriesKey } from "./record-spill";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "spill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keyOf = (source: string): SeriesKey => ({
  type: "HeartRate",
  source,
  unit: "count/min",
  category: null,
  utcOffsetS: 0,
});

it("gives everything back by owner and series, the earliest first, whatever the order it came in", () => {
  const row = fc.record({
    owner: fc.nat({ max: 400 }),
    source: fc.constantFrom("watch", "phone"),
    startS: fc.nat({ max: 1e9 }),
    value: fc.double({ noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
      const directory = mkdtempSync(path.join(folder, "run-"));
      const spill = new RecordSpill(directory);
      for (const { owner, source, startS, value } of rows) {
        spill.add(owner, keyOf(source), startS, startS + 1, value);
      }
      const back = [...spill.groups()].flatMap(({ owner, series }) =>
        series.flatMap(({ source, startS, endS, value }) => {
          expect([...startS].sort((a, b) => a - b)).toEqual(startS);
          expect(endS).toEqual(startS.map((start) => start + 1));
          return value.map((one, i) => ({
            owner,
            source,
            startS: startS[i] as number,
            value: one,
          }));
        }),
      );
      const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
      expect(sorted(back)).toEqual(sorted(rows));
      expect(readdirSync(directory)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it("takes more than it keeps in memory", () => {
  const spill = new RecordSpill(folder);
  for (let i = 0; i < 5_000; i++) spill.add(3, keyOf("watch"), i, i, 60);
  const [group, ...others] = [...spill.groups()];
  expect(others).toEqual([]);
  expect(group?.series[0]?.value).toHaveLength(5_000);
});
