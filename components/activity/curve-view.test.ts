import { describe, expect, it } from "vitest";
import { curveHref, curveViewFrom, tableOf } from "./curve-view";

const viewOf = (search: Record<string, string>) => {
  const view = curveViewFrom(search, ["power", "heart_rate"]);
  if (view === null) throw new Error("no curve");
  return view;
};

describe("curveViewFrom", () => {
  it("takes 90 days where the address says nothing that it knows", () => {
    expect(viewOf({}).against.key).toBe("90");
    expect(viewOf({ against: "17" }).against.key).toBe("90");
    expect(viewOf({ against: "365" }).against.key).toBe("365");
    expect(curveViewFrom({}, [])).toBeNull();
  });

  it("takes any two days, in either order", () => {
    const days = { from: "2026-03-31", to: "2026-01-01" };
    expect(viewOf({ against: "period", ...days }).against).toEqual({
      key: "period",
      from: "2026-01-01",
      to: "2026-03-31",
      span: "the days from 1 Jan 2026 to 31 Mar 2026",
    });
    expect(viewOf({ against: "period", ...days, to: "soon" }).against.key).toBe("90");
    expect(viewOf({ against: "42", ...days }).against.key).toBe("42");
  });
});

describe("curveHref", () => {
  it("keeps the days and the table", () => {
    const view = viewOf({
      ...{ against: "period", from: "2026-01-01", to: "2026-03-31" },
      ...{ curve: "heart_rate", table: "curve" },
    });
    expect(curveHref("a", view, {})).toBe(
      "/activities/a?against=period&curve=heart_rate&from=2026-01-01&to=2026-03-31&table=curve",
    );
    expect(tableOf("a", view, "curve").tableHref).not.toContain("table=");
    expect(tableOf("a", view, "durability").tableHref).toContain("table=durability");
  });
});
