import { expect, it } from "vitest";
import { csvLine } from "./csv-line";

it("quotes what would break the line, and leaves nothing for a missing value", () => {
  expect(csvLine(["Loop, twice", 'the "wall"', null, undefined, 0, -1.5, true])).toBe(
    '"Loop, twice","the ""wall""",,,0,-1.5,true\r\n',
  );
});

it("disarms what a spreadsheet would run", () => {
  expect(csvLine(["=HYPERLINK(1)", "+1", "-1", "@sum", "a=b"])).toBe(
    "'=HYPERLINK(1),'+1,'-1,'@sum,a=b\r\n",
  );
});
