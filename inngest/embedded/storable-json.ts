const UNSTORABLE = /\0|\p{Surrogate}/gu;

/**
 * The value as JSON has it, with the two things that a jsonb column refuses (NUL and half
 * a surrogate pair) replaced by U+FFFD. A decoder's error message may well quote bytes.
 */
export function storableJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "string" ? item.replace(UNSTORABLE, "\uFFFD") : item,
  );
  return text === undefined ? null : JSON.parse(text);
}
