import type { NoticedEvent } from "@/components/today/event-notices";

export type EntryKind = NoticedEvent["kind"];

type Words = { readonly label: string; readonly example: string };

/** In the order in which they are offered. */
export const ENTRY_WORDS: Readonly<Record<EntryKind, Words>> = {
  illness: { label: "Illness", example: "Cold with a cough" },
  injury: { label: "Injury", example: "Left calf is sore" },
  travel: { label: "Travel", example: "Work trip, eight hours of time zones" },
  race: { label: "Race or goal", example: "Half marathon" },
  holiday: { label: "Holiday", example: "Week in the mountains" },
  note: { label: "Something else", example: "New job, short nights" },
};

export const ENTRY_KINDS = Object.keys(ENTRY_WORDS) as EntryKind[];
