/** Needs, debts, ends of ranges, capacities and changes: each is told by words of its own, or refused. */
import type { Fact } from "@/lib/training/insights/finding";
import { isChange, isRangeEnd, isSameMetric } from "./fact-kind";
import { isToDo } from "./is-advice";
import type { Placed } from "./placed";
import { asRangeEnd } from "./range-ends";
import type { ReadText } from "./read-text";
import { type WordsAround, wordsAround } from "./words-around";

type Kind = {
  readonly is: (fact: Fact) => boolean;
  readonly before: RegExp;
  readonly after: RegExp;
};
/** Kinds of one metric; a kind that is `told` is refused without a word for it. */
type Group = {
  readonly of: (fact: Fact) => boolean;
  readonly kinds: readonly (Kind & { readonly told: boolean })[];
};

const FEW = "(?:,? [\\p{L}'-]+){0,5}";
const before = (words: string, few = FEW) => new RegExp(`(?<!\\p{L})(?:${words})${few} \\(?$`, "u");
const after = (words: string) =>
  new RegExp(`^(?:[ ,]+[\\p{L}'-]+){0,6}? (?:${words})(?!\\p{L})`, "u");
const being = (words: string) =>
  new RegExp(
    `^(?:,? (?:that|which))? (?:is|are|as|was|being|counts? as|marks?)(?: (?:the|your|a))? (?:${words})(?!\\p{L})`,
    "u",
  );
const isNeed = ({ label }: Fact) => /need/i.test(label);
const isDebt = ({ label }: Fact) => /missed|debt/i.test(label);
const isMiddle = ({ label }: Fact) => /middle/i.test(label);

const SLEEP: Group = {
  of: ({ id, unit }) => id.startsWith("sleep.") && unit === "s",
  kinds: [
    {
      ...{ told: true, is: isDebt },
      before: before(
        "miss|missed|missing|debt|behind|shortfall|short by|fallen short|fell short|deficit|lack|lacked|lost|add(?:s|ed)? up to|in all|owe",
      ),
      after: after("missed|missing|behind|short|lost|debt|deficit|in all|in total"),
    },
    {
      ...{ told: true, is: isNeed },
      before: before(
        "need|needs|needed|best (?:on|with)|asks? for|asking for|requires?|required|wants?|target|ideal|enough|against|than|short of|instead of|under|below",
      ),
      after: after("need|needs|needed|enough|required|ideal|target|want|wants"),
    },
    {
      ...{ told: false, is: (fact) => !isDebt(fact) && !isNeed(fact) },
      before: before(
        "average|averaged|averaging|mean|slept|sleeping|got|getting|nights? of|nights were|nights",
      ),
      after: /^(?: of sleep)? (?:(?:a|per|each|every) night|on average|long)(?!\p{L})/u,
    },
  ],
};

const RANGES: Group = {
  of: (fact) => fact.unit === "ms" || fact.unit === "bpm",
  kinds: [
    {
      ...{ told: true, is: isMiddle },
      before: before("middle|centre|center|mid|usual|normal|typical"),
      after: being("middle|centre|usual|normal|typical"),
    },
    {
      ...{ told: true, is: isRangeEnd },
      before: before(
        "range|ranges|normal|normally|between|from|begins?|starts?|bottom|top|low end|lower end|lowest|high end|higher end|highest|upper|limit|floor|ceiling|reach(?:es)?",
      ),
      after: being("end|low|lower|lowest|high|upper|highest|bottom|top|limit|normal|usual|range"),
    },
    {
      ...{ told: false, is: (fact) => !isMiddle(fact) && !isRangeEnd(fact) },
      before: before("average|averaged|averages|mean|this week|now|came in|currently"),
      after: after("on average|this week|now|mean|average"),
    },
  ],
};

const FTP: Group = {
  of: ({ id, unit }) => id.startsWith("ftp.") && unit === "W",
  kinds: [
    {
      ...{ told: false, is: ({ label }) => /stand for|suggest/i.test(label) },
      before: before(
        "stands? for|suggests?|points? (?:to|at)|indicates?|implies|would be|would fit|should be|could be|good for|worth|near|nearer|closer|equals?",
      ),
      after: after("that your best.*stands? for|would|fits?|suits?|is closer|is nearer"),
    },
    {
      ...{ told: false, is: ({ label }) => /in use/i.test(label) },
      before: before(
        "train by|trained by|in use|set (?:to|at|by)|settings?|current|currently|still|yours is|used|use|configured",
      ),
      after: after("in use|is set|is the ftp in|in your settings|that you train by"),
    },
    {
      ...{ told: false, is: ({ label }) => /^best/i.test(label) },
      before: before("best|held|hold|rode|effort|minutes|sustained|averaged|managed"),
      after: /^,? (?:for|over) (?:your )?(?:best )?(?:20|twenty)/u,
    },
  ],
};

const INTENSITY = "easy|moderate|hard";
const PLANNED = "target|targets|range|plan|planned|prescribed|within|on course";
const SHARES: Group = {
  of: ({ id, unit }) => unit === "share" && /^(?:zones|plan)\./.test(id),
  kinds: [
    {
      ...{ told: true, is: ({ id }) => id.startsWith("plan.") },
      before: before(PLANNED),
      after: after(PLANNED),
    },
    {
      ...{ told: true, is: ({ id }) => id.startsWith("zones.") },
      before: before(INTENSITY),
      after: after(INTENSITY),
    },
  ],
};

const GROUPS = [SLEEP, RANGES, FTP, SHARES] as const;

/** The numbers of a finding that are told as another kind of number than they are. */
export function ofOtherKind(
  read: ReadText,
  placed: readonly Placed[],
  facts: readonly Fact[],
): Placed[] {
  const numbers = placed.map(({ quantity }) => quantity);
  const topic = facts.filter(({ id }) => read.topic.has(id));
  return placed.filter((one) => {
    const words = wordsAround(read, one.quantity, numbers);
    if (isChange(one.fact)) return isToldAsValue(words);
    if (isToldAsChange(words) || isOfOtherUse(read, one, words)) return true;
    return GROUPS.some((group) => isMiscalled(read, group, one, words, topic));
  });
}

function isMiscalled(
  read: ReadText,
  group: Group,
  { quantity, fact }: Placed,
  words: WordsAround,
  topic: readonly Fact[],
): boolean {
  const own = topic.filter(
    (one) => group.of(one) && (group === SHARES || isSameMetric(one, fact)) && !isChange(one),
  );
  const kind = group.kinds.find(({ is }) => is(fact));
  if (!kind || !own.includes(fact) || own.every((one) => kind.is(one))) return false;
  if (isRangeEnd(fact) && asRangeEnd(read, quantity, [fact], own)?.includes(fact)) return false;
  const called = calledBy(group, words);
  return called === null ? kind.told : called !== kind;
}

/** The kind whose word is nearest before the number; else the one of the first word after it. */
function calledBy(group: Group, words: WordsAround): Kind | null {
  const [led, followed] = [ledBy(group, words), followedBy(group, words)];
  return words.isApart ? (followed ?? led) : (led ?? followed);
}

function ledBy({ kinds }: Group, words: WordsAround): Kind | null {
  const placed = kinds.flatMap((kind) => {
    const found = kind.before.exec(words.before);
    return found ? [{ kind, at: lastAt(kind.before, words.before) }] : [];
  });
  return placed.sort((a, b) => b.at - a.at)[0]?.kind ?? null;
}

function followedBy({ kinds }: Group, words: WordsAround): Kind | null {
  const next = kinds.flatMap((kind) => {
    const found = kind.after.exec(words.after);
    return found ? [{ kind, at: found[0].length }] : [];
  });
  return next.sort((a, b) => a.at - b.at)[0]?.kind ?? null;
}

/** Where the last word begins that says so: the pattern finds the first of several. */
function lastAt(pattern: RegExp, words: string): number {
  let at = pattern.exec(words)?.index ?? -1;
  for (;;) {
    const found = pattern.exec(words.slice(at + 1));
    if (!found) return at;
    at += found.index + 1;
  }
}

const NIGHT = /(?<!\p{L})(?:slept|asleep|(?:night|nights|hours) of)(?: [\p{L}'-]+){0,2} $/u;
const OF_SLEEP = /^ (?:of sleep|asleep|in bed)(?!\p{L})/u;

/** A night is no workout, "4 of the time" no count, and nobody holds 20 minutes for 262 W. */
function isOfOtherUse(
  read: ReadText,
  { quantity, fact }: Placed,
  { before: said, after: follows }: WordsAround,
): boolean {
  const { plain } = read;
  const isSleep = fact.id.startsWith("sleep");
  if (fact.unit === "s") {
    if (NIGHT.test(said) || OF_SLEEP.test(follows)) return !isSleep;
    return isToDo(read, quantity) && !fact.id.startsWith("workout.");
  }
  const whole = plain.slice(quantity.end);
  if (fact.unit === "count")
    return /^ of the time(?!\p{L})/u.test(whole) || isMoreThanAll(whole, fact);
  if (fact.unit === "share") return /^ of (?:the |your )?\d/u.test(whole);
  if (fact.unit === "rpe" || fact.unit === "rating") return /^ of the \d/u.test(whole);
  return (
    fact.unit === "W" &&
    /\d (?:h|min|s|minutes|seconds) for $/u.test(plain.slice(0, quantity.start))
  );
}

/** "5 of the 4 steps". */
function isMoreThanAll(follows: string, { value }: Fact): boolean {
  const all = /^ (?:out )?of (?:the |your )?(\d+)/u.exec(follows)?.[1];
  return all !== undefined && value > Number(all);
}

/** "Your usual 4 bpm", "from 4 bpm to 52 bpm", "above the 4 bpm of the weeks before", "stands at 14". */
function isToldAsValue({ before: said, after: follows }: WordsAround): boolean {
  if (/(?<!\p{L})(?:(?:usual|usually|normal|typical)(?: \p{L}+){0,2}|week's) $/u.test(said))
    return true;
  if (/(?<!\p{L})from $/u.test(said) && /^ to $/u.test(follows)) return true;
  if (/(?<!\p{L})(?:stands?|sits?|lies|is|are|now) at $|to $/u.test(said)) return true;
  const isHeld = /(?<!\p{L})(?:above|below|than|against|over|under) (?:the|your|its) $/u.test(said);
  return (
    isHeld && /^ (?:of|in|from) (?:the |your )?(?:\p{L}+ )*(?:before|ago|earlier)/u.test(follows)
  );
}

const MOVED =
  "rose|risen|rising|climbed|climbing|gained|gaining|lost|losing|added|grew|grown|growing|fell|fallen|falling|dropped|dropping|increased|decreased|declined|shrunk|shrank|elevated|raised|higher|lower|shifted|moved";
const MOVED_BY = new RegExp(
  `(?<!\\p{L})(?:(?:${MOVED}) by|rose|risen|rising|climbed|gained|gaining|lost|added|grown)(?: (?:about|around|nearly|almost|just over|just under|some))? $`,
  "u",
);

const GAP_OF = /(?<!\p{L})(?:gap|difference|rise|drop|fall|jump|increase|decrease|change) of $/u;

/** "Grown by 87", where 87 is where it stands. */
function isToldAsChange({ before: said }: WordsAround): boolean {
  return MOVED_BY.test(said) || GAP_OF.test(said);
}
