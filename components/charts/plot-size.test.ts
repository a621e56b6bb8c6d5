import { expect, it } from "vitest";
import { flagRowPx } from "./plot-size";

it("puts the names of neighbouring flags into different rows", () => {
  for (let i = 0; i < 5; i++) expect(flagRowPx(i)).not.toBe(flagRowPx(i + 1));
  expect(flagRowPx(0)).toBe(0);
});
