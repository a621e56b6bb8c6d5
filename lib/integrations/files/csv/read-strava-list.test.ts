import { describe, expect, it } from "vitest";
import { fileKey } from "@/lib/files/file-key";
import { parseCsv } from "./parse-csv";
import { isStravaList, readStravaList } from "./read-strava-list";

const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER =
  "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Perceived Exertion,Filename";

describe("parseCsv", () => {
  it("reads quoted cells with commas, quotes and line breaks", () => {
    expect(parseCsv('a,"b, ""c""\nd",\r\n1,,3\n')).toEqual([
      ["a", 'b, "c"\nd', ""],
      ["1", "", "3"],
    ]);
    expect(parseCsv('x,"never closed')).toEqual([["x", "never closed"]]);
    expect(parseCsv("")).toEqual([[""]]);
  });
});

describe("a Strava export's list", () => {
  const list = bytes(
    `${HEADER}\n1,"Jan 2, 2024","Hills, twice",Run,"Felt ""good""",7,activities/11.fit.gz\n` +
      "2,x,Commute,Ride,,,activities/12.gpx\n3,x,By hand,Yoga,,,\n4,x,,Ride,,99,activities/13.tcx.gz\n",
  );

  it("is recognised by how it begins", () => {
    expect(isStravaList(list.subarray(0, 64))).toBe(true);
    expect(isStravaList(bytes(`\uFEFF"Activity ID",x`))).toBe(true);
    expect(isStravaList(bytes("name,date\n"))).toBe(false);
  });

  it("says of each file what its owner wrote about it, and nothing that is not there", () => {
    expect(readStravaList(list)?.entries).toEqual([
      {
        file: "11.fit",
        hints: { title: "Hills, twice", remark: 'Felt "good"', rpe: 7, sport: "running" },
      },
      { file: "12.gpx", hints: { title: "Commute", sport: "cycling" } },
      { file: "13.tcx", hints: { sport: "cycling" } },
    ]);
    expect(readStravaList(bytes("Activity ID,Other\n1,2"))).toBeNull();
  });

  it("names a file the same in a folder, an archive and unpacked", () => {
    for (const name of [
      "activities/11.fit.gz",
      "export.zip › activities/11.fit.gz › 11.fit",
      "11.FIT",
    ]) {
      expect(fileKey(name)).toBe("11.fit");
    }
  });
});
