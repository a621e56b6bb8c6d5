import { types } from "@electric-sql/pglite";

/**
 * How PGlite sends and reads bytes. By itself it writes them out as text, byte by byte, which
 * for a recording takes longer than decoding it; given bytes it sends them in binary.
 */
export const BYTEA_AS_IT_IS = {
  serializers: { [types.BYTEA]: (value: Uint8Array) => value as unknown as string },
  parsers: { [types.BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex")) },
};
