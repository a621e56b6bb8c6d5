/** Subjects that are a physician's or nobody's, in the languages that models slip into. */

export type GuardReason =
  | "medical"
  | "medication"
  | "eating"
  | "pain"
  | "illness"
  | "young"
  | "load"
  | "link"
  | "leak";

type Forbidden = { readonly reason: GuardReason; readonly pattern: RegExp };

const start = "(?<![\\p{L}])";
const any = (reason: GuardReason, ...words: string[]): Forbidden => ({
  reason,
  pattern: new RegExp(`${start}(?:${words.join("|")})`, "u"),
});

/** The first that is found counts. */
export const FORBIDDEN: readonly Forbidden[] = [
  { reason: "link", pattern: /https?:|www\.|\]\(|!\[|<\/?[a-z]|javascript:|data:[a-z]/u },
  any(
    "leak",
    ...["system prompt", "my instructions", "previous instructions", "as an ai", "as a language"],
    ...["i was told to", "developer message", "jailbreak"],
  ),
  any(
    "medication",
    ...[
      "ibuprofen",
      "paracetamol",
      "acetaminophen",
      "aspirin",
      "naproxen",
      "diclofenac",
      "painkiller",
    ],
    ...[
      "antibiotic",
      "anti-inflammator",
      "medication",
      "medicine",
      "tablet",
      "pills?(?!\\p{L})",
      "dose",
    ],
    ...[
      "dosage",
      "\\d+ ?mg(?!\\p{L})",
      "steroid",
      "testosterone",
      "epo(?!\\p{L})",
      "beta.?blocker",
    ],
    ...["schmerzmittel", "medikament", "tablette", "médicament", "antidouleur", "prescri"],
  ),
  any(
    "eating",
    ...[
      "calori",
      "kcal",
      "diet(?!\\p{L})",
      "dieting",
      "fasting",
      "fasted",
      "lose weight",
      "losing weight",
    ],
    ...[
      "weight loss",
      "body fat",
      "eat less",
      "eat fewer",
      "skip (?:breakfast|lunch|dinner|a meal|meals)",
    ],
    ...[
      "carb(?:s|ohydrate)",
      "grams? of",
      "deficit of \\d",
      "keto",
      "slim",
      "too heavy",
      "overweight",
    ],
    ...["abnehmen", "kalorien", "fasten(?!\\p{L})", "maigrir", "régime"],
  ),
  any(
    "pain",
    ...["(?:train|run|ride|push|work|play) through", "ignore (?:the|your|any) (?:pain|ache|sore)"],
    ...[
      "pain is (?:normal|fine|weakness)",
      "no pain",
      "despite (?:the|your) (?:pain|injury|illness|fever)",
    ],
    ...["trotz schmerz", "malgré la douleur"],
  ),
  any(
    "medical",
    ...[
      "diagnos",
      "disease",
      "disorder",
      "syndrome",
      "infection",
      "infected",
      "covid",
      "influenza",
    ],
    ...[
      "an(?:a)?emi",
      "arrhythmi",
      "myocardit",
      "asthma",
      "diabet",
      "thyroid",
      "depress(?:ion|ed)",
    ],
    ...[
      "stress fracture",
      "tendinit",
      "torn (?:muscle|ligament)",
      "cure(?:s|d)?(?!\\p{L})",
      "heal(?:s|ed)?(?!\\p{L})",
    ],
    ...[
      "you (?:are|have been) (?:ill|sick|injured)",
      "you have (?:a |an |the )?(?:flu|cold|fever|virus|injury)",
    ],
    ...[
      "overtrain(?:ed|ing syndrome)",
      "pregnan",
      "krankheit",
      "entzündung",
      "maladie",
      "infektion",
    ],
  ),
];

/** Said beside the rules' own words; null where those say enough. */
export const SAFE_WORDS: Readonly<Record<GuardReason, string | null>> = {
  medical: "If something feels wrong, ask a physician: numbers of training cannot tell.",
  medication: "Questions about medicine belong to a physician or pharmacist.",
  eating: null,
  pain: "Stop when something hurts, and have pain that stays looked at.",
  illness: "While you are ill or injured, rest comes before any plan.",
  young: "Under 18, changes of training belong to you and a coach or physician.",
  load: null,
  link: null,
  leak: null,
};
