import { expect, it } from "vitest";
import { filterByFunction } from "./list-filter";

const RAN = [{ functionId: "formline-import-batch" }, { functionId: "formline-morning" }];

it("offers what has run, and everything first", () => {
  expect(filterByFunction(undefined, RAN)).toMatchObject({
    value: "",
    options: [
      { value: "", label: "All functions" },
      { value: "formline-import-batch", label: "import-batch" },
      { value: "formline-morning", label: "morning" },
    ],
  });
});

it("shows the function that the address names, also where it has not run yet", () => {
  const { value, options } = filterByFunction("formline-dispatch-mornings", RAN);
  expect(value).toBe("formline-dispatch-mornings");
  expect(options.map((one) => one.value)).toEqual([
    "",
    "formline-dispatch-mornings",
    "formline-import-batch",
    "formline-morning",
  ]);
});
