type Delivery = { readonly headers: Headers; readonly body: Uint8Array };

/** Sends a webhook as its vendor does; the status of the answer. */
export async function deliver(to: string, { headers, body }: Delivery): Promise<number> {
  const response = await fetch(to, { method: "POST", headers, body: Buffer.from(body) });
  await response.body?.cancel();
  return response.status;
}
