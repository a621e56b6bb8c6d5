const CENSORED = "[redacted]";
const MAX_DEPTH = 6;
const MAX_ITEMS = 100;

/** Compared without case, "_" and "-": the part of a key that makes its value private. */
const PRIVATE_PARTS = [
  "password",
  "passphrase",
  "secret",
  "pepper",
  "token",
  "authorization",
  "cookie",
  "email",
  "credential",
  "signingkey",
  "eventkey",
  "databaseurl",
];

/** Health and training values: they belong to the athlete, not to the log. */
const PRIVATE_KEYS = new Set([
  "note",
  "notes",
  "comment",
  "name",
  "displayname",
  "birthdate",
  "sex",
  "weight",
  "weightkg",
  "heightm",
  "hrv",
  "hrvrmssdms",
  "restinghr",
  "restinghrbpm",
  "heartrate",
  "sleeps",
  "sleepscore",
  "stress",
  "stressavg",
  "spo2pct",
  "respirationbrpm",
  "recovery",
  "wellness",
  "readiness",
  "soreness",
  "mood",
  "symptoms",
  "hassymptoms",
  "latitude",
  "longitude",
  "params",
  "inputs",
]);

function isPrivate(key: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  const plain = key.toLowerCase().replaceAll(/[_-]/g, "");
  if (PRIVATE_KEYS.has(plain)) return true;
  // A number is a count ("inputTokens"), not a secret.
  return typeof value !== "number" && PRIVATE_PARTS.some((part) => plain.includes(part));
}

/** A copy of `value` fit for the log: private keys censored at any depth, bytes and long lists cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= MAX_DEPTH) return "[deeper]";
  if (Array.isArray(value)) {
    const kept = value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
    return value.length > MAX_ITEMS ? [...kept, `[${value.length - MAX_ITEMS} more]`] : kept;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isPrivate(key, inner) ? CENSORED : redact(inner, depth + 1),
    ]),
  );
}

/**
 * Name, code, message, stack and causes of an error, and nothing else: database errors
 * carry the row's values in `detail`, `where` and `params`, and in the message itself
 * after "params:".
 */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const message = withoutParameters(error.message);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name === "Error" ? error.constructor.name : error.name,
    message,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    stack: frames.join("\n"),
    ...(error.cause !== undefined && depth < MAX_DEPTH
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

/** Drizzle appends the values of a failed query to its message. */
export function withoutParameters(message: string): string {
  const cut = message.search(/\nparams:/);
  return cut === -1 ? message : message.slice(0, cut);
}
