/**
 * empty: nothing to speak of. check-in: the questions come before the score, so that the
 * number does not anchor the answers. waiting: the day's answer is not made yet.
 */
export type TodayPhase = "empty" | "check-in" | "waiting" | "answer";

export type TodayFacts = {
  readonly hasData: boolean;
  readonly hasCheckIn: boolean;
  readonly isCheckInSkipped: boolean;
  readonly hasMorning: boolean;
  /** Trained already, or the day is nearly over: a felt morning cannot be asked for any more. */
  readonly isDayUnderWay: boolean;
  /** Past midnight and not slept yet: it is no morning. */
  readonly isNightAhead: boolean;
};

export function todayPhase(facts: TodayFacts): TodayPhase {
  if (!facts.hasData) return "empty";
  const isAnswered = facts.hasCheckIn || facts.isCheckInSkipped;
  if (!isAnswered && !facts.isDayUnderWay && !facts.isNightAhead) return "check-in";
  return facts.hasMorning ? "answer" : "waiting";
}
