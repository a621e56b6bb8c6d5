import { expect, it } from "vitest";
import { evalDetectors } from "./detectors";

it("keeps detectors and ladder as right as they were, also about athletes nobody wrote for", () => {
  const { figures } = evalDetectors();
  expect(Object.entries(figures).filter(([, { ok }]) => ok === false)).toEqual([]);
  const value = (name: string) => figures[name]?.value;
  expect(value("ladderAgreement")).toBeGreaterThanOrEqual(0.95);
  expect(value("heldOutPrecision")).toBeGreaterThanOrEqual(0.88);
  expect(value("heldOutRecall")).toBeGreaterThanOrEqual(0.78);
  expect(value("heldOutAgreement")).toBeGreaterThanOrEqual(0.84);
}, 180_000);
