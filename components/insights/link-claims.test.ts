import { expect, it } from "vitest";
import { ftpTooLow } from "@/lib/training/insights/ftp-too-low";
import { daysAgo, healthyInput } from "@/tests/support/detector-input";
import { linkClaims } from "./link-claims";

const ftp = { ftpW: 228, suggestedW: 241, twentyMinutesW: 254, activityId: "ride" };
const found = ftpTooLow(healthyInput(undefined, { ftp: { ...ftp, day: daysAgo(2) } }));

it.each([
  ["the rules' words", (text: string) => text],
  ["a model's, of which a part is the rules'", (text: string) => `In short: ${text}`],
  ["a model's own", () => "Your FTP in use is 228 W, and your best 20 minutes were 254 W."],
])("finds the fact of every number in %s", (_, reword) => {
  if (found === null) throw new Error("nothing was found");
  const text = reword(found.text);
  const evidence = [...found.evidence];
  const claims = linkClaims({ ...found, text, evidence });
  const linked = claims.map(({ start, end }) => text.slice(start, end));
  expect(linked.toSorted()).toEqual(text.match(/\d{3} W/g)?.toSorted());
  for (const { start, end, factId } of claims) {
    const fact = evidence.find(({ id }) => id === factId);
    expect(text.slice(start, end)).toBe(`${fact?.value} W`);
  }
});
