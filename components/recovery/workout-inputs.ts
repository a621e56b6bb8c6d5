import { clockFromMinute } from "@/lib/dates/format-clock";
import type { RecommendationInput, TrainedSport } from "@/lib/training/plan/recommendation-input";
import { PHASE_NAMES } from "@/lib/training/plan/season-words";
import { SPORT_NOUNS } from "@/lib/training/plan/sport-nouns";
import { formatDistance } from "@/lib/units/format-distance";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";
import { formatSigned } from "@/lib/units/format-signed";
import type { UnitSystem } from "@/lib/units/unit-system";
import { type InputRow, startOf } from "./input-row";
import { sportInputs } from "./sport-inputs";

const ACTIVITIES = "your activities";
const LOADS = "training load of all sports";
const RACES = "the races that you told of";
const TOLD = "what you told of the day";

/** What a workout was made from, value by value. What another version did not keep is left out. */
export function workoutInputs(input: Partial<RecommendationInput>, units: UnitSystem): InputRow[] {
  return [
    ...(input.sports ?? []).flatMap((trained: TrainedSport) =>
      sportInputs(trained, units).map((row) => {
        const sport = SPORT_NOUNS[trained.sport];
        return { ...row, name: `${sport}, ${row.name}` };
      }),
    ),
    ...loadInputs(input),
    ...sessionInputs(input),
    ...dayInputs(input, units),
    ...weatherInputs(input),
  ];
}

function loadInputs({ tsb, load }: Partial<RecommendationInput>): InputRow[] {
  const rows: InputRow[] = [];
  if (tsb !== undefined) {
    const source = tsb === null ? "no load is known yet" : LOADS;
    rows.push({ name: "Form this morning", value: formatSigned(tsb), source });
  }
  if (load === null) {
    const source = "known after six weeks of load";
    rows.push({ name: "Fitness and fatigue", value: "–", source });
  } else if (load !== undefined) {
    const value = `${formatLoad(load.ctl)} and ${formatLoad(load.atl)}, fitness ${formatLoad(load.ctlWeekAgo)} a week ago`;
    rows.push({ name: "Fitness and fatigue", value, source: LOADS });
  }
  return rows;
}

function sessionInputs(input: Partial<RecommendationInput>): InputRow[] {
  const { hardSessionsHoursAgo: hard, daysSinceStrength, daysSinceBrick, daysOff } = input;
  const rows: InputRow[] = [];
  if (hard !== undefined) {
    const value =
      hard.length === 0 ? "none" : hard.map((hours) => `${Math.floor(hours)} h`).join(", ");
    rows.push({ name: "Hard sessions of seven days, before today’s", value, source: ACTIVITIES });
  }
  if (input.usualStartMinute !== undefined) {
    rows.push({ name: "When you usually begin", ...startOf(input.usualStartMinute) });
  }
  if (daysSinceStrength !== undefined) {
    rows.push({
      name: "Last strength session",
      value: daysAgo(daysSinceStrength),
      source: ACTIVITIES,
    });
  }
  if (typeof daysSinceBrick === "number") {
    rows.push({
      name: "Last ride and run on one day",
      value: daysAgo(daysSinceBrick),
      source: ACTIVITIES,
    });
  }
  if (daysOff !== undefined) {
    const value = daysOff === 0 ? "none of seven days" : `${daysOff} days`;
    rows.push({ name: "Break of the last week", value, source: ACTIVITIES });
  }
  return rows;
}

function dayInputs(input: Partial<RecommendationInput>, units: UnitSystem): InputRow[] {
  const { season, events, availableS } = input;
  const rows: InputRow[] = [];
  if (season !== undefined) {
    const ahead = season.daysToRace;
    const race = ahead === null ? "no race in twelve weeks" : `race in ${ahead} days`;
    const value = `${PHASE_NAMES[season.phase]}, ${race}`;
    rows.push({ name: "Season", value, source: RACES });
  }
  if (input.goal) {
    const { sport, distanceM } = input.goal;
    const distance = distanceM === null ? "no distance told" : formatDistance(distanceM, units);
    rows.push({ name: "The race that it is for", value: `${sport}, ${distance}`, source: RACES });
  }
  if (events !== undefined) {
    rows.push({ name: "Illness, injury, journey", value: eventsText(events), source: TOLD });
  }
  if (availableS !== undefined) {
    const value = availableS === null ? "no limit" : formatHours(availableS);
    const source = "your limit for the weekday, and your calendars";
    rows.push({ name: "Time available", value, source });
  }
  return rows;
}

function weatherInputs({ heat, daylight }: Partial<RecommendationInput>): InputRow[] {
  const rows: InputRow[] = [];
  if (heat !== undefined) {
    const source = heat === null ? "no session of seven days is known" : "a weather service";
    const value =
      heat === null ? "–" : `${Math.round(heat.temperatureC)} °C, ${daysAgo(heat.daysAgo)}`;
    rows.push({ name: "Air at your last session", value, source });
  }
  if (daylight !== undefined) {
    const source =
      daylight === null ? "no track of two weeks tells where" : "where your last track began";
    const value =
      daylight === null
        ? "–"
        : `${clockFromMinute(daylight.sunriseMinute)} to ${clockFromMinute(daylight.sunsetMinute)}`;
    rows.push({ name: "Daylight", value, source });
  }
  return rows;
}

function eventsText({
  isIll,
  easyDaysLeft,
  isInjured,
  forbidden,
  isTravelDay,
}: RecommendationInput["events"]) {
  const told = [
    ...(isIll ? ["ill"] : []),
    ...(easyDaysLeft > 0 ? [`${easyDaysLeft} easy days left after an illness`] : []),
    ...(isInjured
      ? [`injured, without ${(forbidden ?? ["running"]).join(", ") || "a sport left out"}`]
      : []),
    ...(isTravelDay ? ["a day of travel"] : []),
  ];
  return told.length === 0 ? "none" : told.join("; ");
}

function daysAgo(days: number | null): string {
  if (days === null) return "none known";
  return days === 1 ? "yesterday" : `${days} days ago`;
}
