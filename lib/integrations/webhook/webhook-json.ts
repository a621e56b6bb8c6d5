/** The body of a webhook; undefined when it is no JSON. */
export function webhookJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
