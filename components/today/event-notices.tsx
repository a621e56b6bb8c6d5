import { Alert } from "@/components/ui/alert";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";

export type NoticedEvent = {
  readonly kind: "illness" | "injury" | "travel" | "race" | "holiday" | "note";
  readonly title: string;
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
};

const NOTICES = {
  illness: {
    tone: "warning",
    text: "No data clears symptoms: rest until they are gone, then start easy.",
  },
  injury: {
    tone: "warning",
    text: "Leave out what hurts: the workout does so, too. The score knows nothing of it.",
  },
  travel: { tone: "info", text: "Nights away from home can sit outside your normal range." },
} as const;

/** What the athlete said about these days and what it means for reading the numbers. */
export function EventNotices(props: { events: readonly NoticedEvent[]; today: LocalDate }) {
  const current = props.events.filter(
    (event) => event.fromDay <= props.today && event.toDay >= props.today,
  );
  return current.map((event) => {
    if (event.kind !== "illness" && event.kind !== "injury" && event.kind !== "travel") return null;
    const { tone, text } = NOTICES[event.kind];
    return (
      <Alert
        key={`${event.kind}${event.fromDay}`}
        tone={tone}
        className="mb-[18px]"
        title={`${event.title}, since ${formatDay(event.fromDay, "short")}`}
      >
        {text}
      </Alert>
    );
  });
}
