/** True sentences, piece by piece, each piece with ways to be false. */

export type Part = {
  readonly kind: "number" | "metric" | "day" | "direction" | "unit";
  readonly text: string;
  /** What would be false in its place. */
  readonly wrong: readonly string[];
};

export type Said = readonly (string | Part)[];

/** A sentence of words and checked parts. */
export function say(words: TemplateStringsArray, ...parts: readonly Part[]): Said {
  return words.flatMap((word, i) => {
    const part = parts[i];
    return part ? [word, part] : [word];
  });
}

export function textOf(said: Said): string {
  return said.map((one) => (typeof one === "string" ? one : one.text)).join("");
}

export type Planted = { readonly text: string; readonly kind: Part["kind"]; readonly was: string };

/** Every text that has exactly one of the parts false. */
export function plantedIn(said: Said): Planted[] {
  const oneFalse = said.flatMap((part, i) => {
    if (typeof part === "string") return [];
    return part.wrong.map((wrong) => ({
      text: textOf(said.map((one, k) => (k === i ? wrong : one))),
      kind: part.kind,
      was: part.text,
    }));
  });
  const invented = INVENTED.map((more) => ({
    text: `${textOf(said)} ${more}`,
    kind: "number" as const,
    was: "",
  }));
  return [...oneFalse, ...swapped(said), ...invented];
}

/** Sentences with numbers that nobody has measured. */
const INVENTED = [
  "Your VO2max is 58.",
  "Cadence was 172 on average.",
  "That is 17 % better than last month.",
  "You burned 2,340 kcal.",
  "Add 35 minutes tomorrow.",
] as const;

/** Two numbers of a text in each other's place. */
function swapped(said: Said): Planted[] {
  const numbers = said.flatMap((part, i) =>
    typeof part !== "string" && part.kind === "number" ? [{ i, text: part.text }] : [],
  );
  return numbers.flatMap((one, k) =>
    numbers
      .slice(k + 1)
      .filter((other) => other.text !== one.text)
      .map((other) => ({
        text: textOf(
          said.map((part, i) => {
            if (i === one.i) return other.text;
            return i === other.i ? one.text : part;
          }),
        ),
        kind: "number" as const,
        was: `${one.text} and ${other.text}`,
      })),
  );
}

/** A number as `write` shows it; false one and more steps beside, and ten times too large. */
export function num(value: number, write: (value: number) => string, step = 1): Part {
  const text = write(value);
  const size = Math.abs(value);
  const off = [
    step,
    -step,
    3 * step,
    Math.max(2 * step, 0.1 * size),
    -Math.max(2 * step, 0.1 * size),
  ];
  const wrong = off.map((by) => write(value + by)).concat(write(value * 10));
  return { kind: "number", text, wrong: [...new Set(wrong)].filter((one) => one !== text) };
}

export function metric(text: string, ...wrong: string[]): Part {
  return { kind: "metric", text, wrong };
}

export function day(text: string, ...wrong: string[]): Part {
  return { kind: "day", text, wrong };
}

export function way(text: string, ...wrong: string[]): Part {
  return { kind: "direction", text, wrong };
}

export function unit(text: string, ...wrong: string[]): Part {
  return { kind: "unit", text, wrong };
}
