const WORDS: readonly (readonly [string, string, string])[] = [
  ["activities", "new activity", "new activities"],
  ["files", "file", "files"],
  ["days", "day", "days"],
  ["busy_times", "busy time", "busy times"],
];

/** What a sync fetched: "2 new activities, 28 days". */
export function countWords(counts: Readonly<Record<string, number>>): string {
  const parts = WORDS.flatMap(([key, one, many]) => {
    const count = counts[key] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`];
  });
  return parts.length > 0 ? parts.join(", ") : "nothing new";
}
