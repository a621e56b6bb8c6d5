import { fileKey } from "@/lib/files/file-key";
import type { FileHints, FileList } from "@/lib/integrations/ports";
import { sportFromText } from "../xml/sport-from-text";
import { parseCsv } from "./parse-csv";

const COLUMNS = {
  file: "Filename",
  title: "Activity Name",
  type: "Activity Type",
  description: "Activity Description",
  effort: "Perceived Exertion",
} as const;
const FIRST = "Activity ID";
const LONGEST_TITLE = 120;
const LONGEST_DESCRIPTION = 4_000;

/** True when a file begins as the list of activities in a Strava export does. */
export function isStravaList(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, FIRST.length + 8));
  return text
    .replace(/^\uFEFF/, "")
    .replace(/^"/, "")
    .startsWith(FIRST);
}

/** What a Strava export's list says of each file; null when a column that it needs is missing. */
export function readStravaList(bytes: Uint8Array): FileList | null {
  const [header = [], ...rows] = parseCsv(new TextDecoder().decode(bytes));
  const at = (name: string) => header.indexOf(name);
  if (at(COLUMNS.file) < 0 || at(COLUMNS.title) < 0) return null;
  const entries = rows.flatMap((row) => {
    const cell = (column: keyof typeof COLUMNS) => row[at(COLUMNS[column])]?.trim() ?? "";
    const file = fileKey(cell("file"));
    return file === "" ? [] : [{ file, hints: hintsOf(cell) }];
  });
  return { entries };
}

function hintsOf(cell: (column: keyof typeof COLUMNS) => string): FileHints {
  const title = cell("title").slice(0, LONGEST_TITLE);
  const description = cell("description").slice(0, LONGEST_DESCRIPTION);
  const effort = Number.parseFloat(cell("effort"));
  const { sport } = sportFromText(cell("type"));
  return {
    ...(title === "" ? {} : { title }),
    ...(description === "" ? {} : { remark: description }),
    ...(effort >= 1 && effort <= 10 ? { rpe: effort } : {}),
    ...(sport === "other" ? {} : { sport }),
  };
}
