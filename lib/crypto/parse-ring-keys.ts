const KEY = /^([\w.-]{1,64}):([A-Za-z0-9+/]{43}=)$/;

/** `id:base64` of 32 bytes each, separated by commas; else what is wrong, without any of it. */
export function parseRingKeys(text: string): readonly { id: string; key: Uint8Array }[] | string {
  const keys = [];
  for (const part of text.split(",")) {
    const [, id, key] = KEY.exec(part.trim()) ?? [];
    if (id === undefined || key === undefined) {
      return "must be a list of id:key, separated by commas, each key 32 bytes in base64";
    }
    keys.push({ id, key: new Uint8Array(Buffer.from(key, "base64")) });
  }
  if (new Set(keys.map(({ id }) => id)).size < keys.length) return "names a key twice";
  return keys;
}
