import { FETCHED_KINDS, type FetchedKind } from "@/lib/training/source/fetched-kinds";

const WORDS: Readonly<Record<FetchedKind, { readonly one: string; readonly many: string }>> = {
  activities: { one: "new activity", many: "new activities" },
  files: { one: "file", many: "files" },
  days: { one: "day", many: "days" },
  busyTimes: { one: "busy time", many: "busy times" },
};

/** What a sync fetched: "2 new activities, 28 days". */
export function countWords(counts: Readonly<Record<string, number>>): string {
  const parts = FETCHED_KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    const { one, many } = WORDS[kind];
    return count === 0 ? [] : [`${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`];
  });
  return parts.length > 0 ? parts.join(", ") : "nothing new";
}
