declare const packed: unique symbol;

/**
 * A value of plain JSON on its way to a client component, as one string: React looks at each
 * number of a series that is passed as it is, on the server twice and in the browser again.
 */
export type Packed<Value> = string & { readonly [packed]: Value };

export function pack<Value>(value: Value): Packed<Value> {
  return JSON.stringify(value) as Packed<Value>;
}

export function unpack<Value>(text: Packed<Value>): Value {
  return JSON.parse(text) as Value;
}
