import { type CsvCell, csv } from "@/lib/csv";
import { NO_VALUE } from "@/lib/units/conversion";
import type { ComparedStretches } from "./compared-stretches";

/** The table's numbers as a file: the units move into the headings, a dash becomes an empty cell. */
export function stretchesCsv(first: string, { headings, rows }: ComparedStretches): string {
  const columns = [first, ...headings].map((heading, i) =>
    column(
      heading,
      rows.map((row) => row[i] ?? NO_VALUE),
    ),
  );
  return csv(
    columns.map(({ heading }) => heading),
    rows.map((_, at) => columns.map(({ cells }) => cells[at] ?? null)),
  );
}

/** "142 bpm", "139 bpm" under "Heart rate A" → "142", "139" under "Heart rate A (bpm)". */
function column(heading: string, texts: readonly string[]): { heading: string; cells: CsvCell[] } {
  const known = texts.filter((text) => text !== NO_VALUE);
  const unit = unitOf(known[0] ?? "");
  const isShared = unit !== "" && known.every((text) => unitOf(text) === unit);
  return {
    heading: isShared ? `${heading} (${unit})` : heading,
    cells: texts.map((text) => {
      if (text === NO_VALUE) return null;
      const value = isShared ? text.slice(0, -unit.length - 1) : text;
      return value.replace("−", "-").replace(/^\+/, "");
    }),
  };
}

function unitOf(text: string): string {
  const at = text.indexOf(" ");
  return at < 0 ? "" : text.slice(at + 1);
}
