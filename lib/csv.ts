const NEEDS_QUOTES = /[",\r\n]/;
const LINE_END = "\r\n";

export type CsvCell = string | number | null;

/** Rows as comma-separated values (RFC 4180); a missing value is an empty cell, never 0. */
export function csv(heading: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [heading, ...rows].map((row) => row.map(cellText).join(",") + LINE_END).join("");
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  const text = String(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
