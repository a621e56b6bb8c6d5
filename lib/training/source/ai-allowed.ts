import type { Provider } from "./providers";
import { SOURCE_TERMS } from "./terms";

/** Where something comes from: a vendor's API, a file of the athlete's, or their own words. */
export type Origin = Provider | "file" | "athlete";

type Fenced = {
  [P in Provider]: (typeof SOURCE_TERMS)[P]["aiAllowed"] extends true ? never : P;
}[Provider];

/** A value with everything that it was worked out of. */
export type Sourced<Value, From extends Origin = Origin> = {
  readonly value: Value;
  readonly from: readonly From[];
};

declare const allowed: unique symbol;

/** Something that a language model may read. Only the functions of this file make one. */
export type AiAllowed<Value> = { readonly value: Value; readonly [allowed]: true };

/** The way into a prompt; data of a fenced source does not compile. */
export function aiAllowed<Value>(data: Sourced<Value, Exclude<Origin, Fenced>>): AiAllowed<Value> {
  const found = ifAiAllowed(data);
  // Reached only by a cast.
  if (found === null) throw new RangeError("This source's terms keep its data from any prompt.");
  return found;
}

/** The same for what turns out at run time; null when a part of it is fenced. */
export function ifAiAllowed<Value>(data: Sourced<Value>): AiAllowed<Value> | null {
  if (data.from.some(isFenced)) return null;
  return { value: data.value } as AiAllowed<Value>;
}

function isFenced(origin: Origin): boolean {
  return origin !== "file" && origin !== "athlete" && !SOURCE_TERMS[origin].aiAllowed;
}
