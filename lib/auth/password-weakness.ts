/** Words that lists of leaked passwords begin with; found anywhere, also in "p4ssw0rd". */
const COMMON_WORDS = [
  "administrator",
  "superman",
  "baseball",
  "basketball",
  "football",
  "formline",
  "iloveyou",
  "internet",
  "liverpool",
  "marathon",
  "password",
  "passwort",
  "princess",
  "starwars",
  "sunshine",
  "training",
  "trustno",
  "welcome",
  "changeme",
  "computer",
  "charlie",
  "chelsea",
  "cycling",
  "freedom",
  "letmein",
  "michael",
  "mustang",
  "pokemon",
  "running",
  "default",
  "access",
  "batman",
  "dragon",
  "hello",
  "login",
  "master",
  "monkey",
  "ninja",
  "secret",
  "shadow",
  "soccer",
  "summer",
  "winter",
  "spring",
  "admin",
  "guest",
  "jesus",
  "angel",
  "lovely",
  "qwert",
  "azert",
  "test",
  "user",
  "love",
  "pass",
];

/** What fingers walk along. */
const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn",
];
const RUN_LENGTH = 4;
const KNOWN_WORD_LENGTH = 3;
const LETTER_OF: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
/** This much must be left when everything that is guessed first has been taken away. */
const MIN_REST = 5;
const MIN_DISTINCT = 5;
const MAX_REPEATED_UNIT = 7;

/**
 * Why a new password is among the first that are tried, as a sentence for the person, or
 * null. Length is checked elsewhere. `about` is what an attacker knows: name, address.
 */
export function passwordWeakness(password: string, about: readonly string[]): string | null {
  const text = password.toLowerCase();
  if (new Set(text).size < MIN_DISTINCT || repeatsItself(text)) {
    return "This password repeats itself. Add something that does not.";
  }
  const rest = withoutWords(withoutRuns(text.replaceAll(/(19|20)\d\d/g, "")), wordsOf(about));
  if ([...rest].length >= MIN_REST) return null;
  return "This password is one of the first that would be tried. Add an unrelated word or two.";
}

function repeatsItself(text: string): boolean {
  const longest = Math.min(MAX_REPEATED_UNIT, Math.floor(text.length / 2));
  for (let length = 1; length <= longest; length++) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

function withoutRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const length = runLength(text, at);
    if (length < RUN_LENGTH) rest += text[at];
    at += length < RUN_LENGTH ? 1 : length;
  }
  return rest;
}

/** How many characters from `at` walk along one of the runs, in either direction. */
function runLength(text: string, at: number): number {
  let longest = 1;
  for (const run of [...RUNS, ...RUNS.map((forward) => [...forward].reverse().join(""))]) {
    let length = 1;
    while (at + length < text.length && run.includes(text.slice(at, at + length + 1))) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

function withoutWords(text: string, about: readonly string[]): string {
  let rest = [...text].map((character) => LETTER_OF[character] ?? character).join("");
  for (const word of [...about, ...COMMON_WORDS]) rest = rest.replaceAll(word, "");
  return rest;
}

function wordsOf(about: readonly string[]): string[] {
  return about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= KNOWN_WORD_LENGTH)
    .sort((a, b) => b.length - a.length);
}
