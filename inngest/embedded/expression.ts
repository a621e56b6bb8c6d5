/** The two sides that an expression can speak of: the run's own event, and the one coming in. */
export type EventSide = "event" | "async";
export type Operand =
  | { readonly side: EventSide; readonly path: readonly string[] }
  | { readonly literal: string | number | boolean | null };
export type Condition = { readonly left: Operand; readonly right: Operand };
type Events = Partial<Record<EventSide, unknown>>;

const STRING = /^(?:"([^"\\]*)"|'([^'\\]*)')$/;
const PATH = /^(event|async)((?:\.[A-Za-z_]\w*)+)$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Splits at `separator` outside of quotes. */
function split(text: string, separator: string): string[] {
  const parts = [""];
  let quote = "";
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? "";
    if (quote === "" && text.startsWith(separator, i)) {
      parts.push("");
      i += separator.length - 1;
      continue;
    }
    if (char === '"' || char === "'") quote = quote === "" ? char : quote === char ? "" : quote;
    parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim());
}

function parseOperand(text: string): Operand | null {
  const path = PATH.exec(text);
  if (path) {
    return { side: path[1] as EventSide, path: (path[2] ?? "").slice(1).split(".") };
  }
  const string = STRING.exec(text);
  if (string) return { literal: string[1] ?? string[2] ?? "" };
  if (NUMBER.test(text)) return { literal: Number(text) };
  return text in WORDS ? { literal: WORDS[text] ?? null } : null;
}

/**
 * Comparisons joined by `&&`, each `==` between paths of `event` or `async` and literals:
 * the part of Inngest's expression language (CEL) that the embedded executor knows.
 * Null for anything else.
 */
export function parseConditions(expression: string): Condition[] | null {
  const conditions: Condition[] = [];
  for (const comparison of split(expression, "&&")) {
    const sides = split(comparison, "==").map(parseOperand);
    const [left, right] = sides;
    if (sides.length !== 2 || !left || !right) return null;
    conditions.push({ left, right });
  }
  return conditions;
}

/** Operands joined by `+`, as keys are written; null for anything else. */
export function parseKey(expression: string): Operand[] | null {
  const operands: Operand[] = [];
  for (const part of split(expression, "+")) {
    const operand = parseOperand(part);
    if (!operand) return null;
    operands.push(operand);
  }
  return operands;
}

function operandValue(operand: Operand, events: Events): unknown {
  if ("literal" in operand) return operand.literal;
  let value: unknown = events[operand.side];
  for (const key of operand.path) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The key for this event. A path that it does not have counts as null. */
export function evaluateKey(key: readonly Operand[], event: unknown): string {
  return key
    .map((operand) => operandValue(operand, { event }) ?? null)
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
    .join("");
}

/** True when every condition holds; a path that the event does not have equals nothing. */
export function conditionsHold(conditions: readonly Condition[], event: unknown): boolean {
  return conditions.every(({ left, right }) => {
    const value = operandValue(left, { event });
    return value !== undefined && value === operandValue(right, { event });
  });
}

/**
 * What an event on the `unknown` side must contain for the conditions to hold, given the
 * other side; null when they cannot be answered that way: a condition between other
 * sides, or on a value that the known event does not have.
 */
export function requiredContent(
  conditions: readonly Condition[],
  unknown: EventSide,
  known: unknown,
): Record<string, unknown> | null {
  const content: Record<string, unknown> = {};
  for (const condition of conditions) {
    const required = requirement(condition, unknown, known);
    if (!required) return null;
    place(content, required.path, required.value);
  }
  return content;
}

function requirement({ left, right }: Condition, unknown: EventSide, known: unknown) {
  const isUnknown = (operand: Operand) => "side" in operand && operand.side === unknown;
  const [wanted, given] = isUnknown(left) ? [left, right] : [right, left];
  if (!("side" in wanted) || wanted.side !== unknown || isUnknown(given)) return null;
  const value = operandValue(given, { [unknown === "event" ? "async" : "event"]: known });
  const isScalar = value === null || (value !== undefined && typeof value !== "object");
  return isScalar ? { path: wanted.path, value } : null;
}

function place(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = target;
  for (const key of path.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[path.at(-1) ?? ""] = value;
}
