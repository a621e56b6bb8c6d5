/**
 * What a language model may know of an athlete on a day: compact, dated, as little as the words
 * need. What a source's terms fence off is left out, and said to be missing.
 */
import type { LocalDate } from "@/lib/dates/local-date";
import type { Evidence, Fact, Finding } from "@/lib/training/insights/finding";
import { type AiAllowed, aiAllowed, ifAiAllowed } from "@/lib/training/source/ai-allowed";
import { capacityFacts, raceFacts } from "./facts/capacity-facts";
import { originsOf } from "./facts/fact-origins";
import type { FactsInput } from "./facts/facts-input";
import { loadFacts } from "./facts/load-facts";
import { memoryFacts } from "./facts/memory-facts";
import { morningFacts, morningWords } from "./facts/morning-facts";
import { nightFacts } from "./facts/night-facts";
import { openEach, openStretch } from "./facts/open-part";
import { trainingFacts } from "./facts/training-facts";
import type { Facts, FactsEvent, FactsFinding } from "./facts-types";
import { withoutSafeWords } from "./guardrails";
import { ASSISTANT_SETTINGS } from "./settings";
import { cleanWords } from "./untrusted";

const { most } = ASSISTANT_SETTINGS;

export function buildFacts(input: FactsInput): AiAllowed<Facts> {
  const { day } = input;
  const nights = openStretch(input.nights);
  const loads = openStretch(input.loads);
  const activities = openStretch(input.activities);
  const morning = input.morning && ifAiAllowed(input.morning);
  const capacities = ifAiAllowed(input.capacities);
  const findings = openEach(input.findings)
    .slice(0, most.findings)
    .map(({ value }) => value);
  const memory = memoryFacts(input);
  const own = [
    ...(morning ? morningFacts(morning, day) : []),
    ...(nights ? nightFacts(nights, day) : []),
    ...(loads ? loadFacts(loads, day) : []),
    ...(activities ? trainingFacts(activities, day) : []),
    ...(capacities ? capacityFacts(capacities, day) : []),
    ...raceFacts(input.events, day),
    ...memory.facts,
  ].filter(({ id }) => !memory.gone.has(id));
  const fenced = [
    input.morning && !morning ? "This morning's score and decision" : null,
    nights ? null : "Nights",
    loads ? null : "Training load, fitness and form",
    activities ? null : "Training of the last days",
  ].filter((part) => part !== null);
  const all = together(own, findings);
  const facts: Facts = {
    day,
    athlete: athleteOf(input),
    today: morning ? morningWords(morning) : null,
    facts: all,
    origins: originsOf(all, { nights, loads, morning, findings }),
    findings: findings.map(reduced),
    events: input.events.slice(0, most.events).map((event) => eventOf(event, input.mayReadNotes)),
    memory: memory.lines,
    missing: [
      ...(morning?.value.recovery.missing ?? []),
      ...(morning?.value.recovery.reason ? [morning.value.recovery.reason] : []),
      ...(input.morning ? [] : ["This morning has no answer yet."]),
      ...fenced.map((part) => `${part}: ${FENCED}`),
    ],
  };
  // Every part has come through the gate on its own.
  return aiAllowed({ value: facts, from: ["athlete"] });
}

const FENCED = "partly from a source whose rules keep it from a language model.";

/** The same number has the same id everywhere: a finding's own evidence comes first. */
function together(own: readonly Fact[], findings: readonly Finding[]): Fact[] {
  const byId = new Map<string, Fact>();
  for (const fact of [...findings.flatMap(({ evidence }) => evidence.map(plain)), ...own]) {
    if (!byId.has(fact.id)) byId.set(fact.id, fact);
  }
  return [...byId.values()];
}

/** Without the ids of activities, which say nothing to a model. */
function plain({ id, label, value, unit, fromDay, toDay }: Evidence): Fact {
  return { id, label, value, unit, fromDay, toDay };
}

function reduced(finding: Finding): FactsFinding {
  const { detector, severity, sport, title, action, evidence } = finding;
  const text = withoutSafeWords(finding.text);
  return { detector, severity, sport, title, text, action, factIds: evidence.map(({ id }) => id) };
}

function athleteOf({ athlete, day }: FactsInput): Facts["athlete"] {
  const { birthDate, sex, mainSport, units } = athlete;
  return { ageYears: birthDate && ageOn(birthDate, day), sex, mainSport, units };
}

function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function eventOf(event: FactsInput["events"][number], mayReadNotes: boolean): FactsEvent {
  const { kind, fromDay, toDay, title, isHidden } = event;
  const told = { kind, fromDay, toDay, title: mayReadNotes ? cleanWords(title, "title") : null };
  return isHidden ? { ...told, isHidden } : told;
}
