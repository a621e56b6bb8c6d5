import { AppError } from "@/lib/errors";

/** The bytes of a request. Throws AppError "too_large" past `mostBytes`, without reading on. */
export async function readBody(request: Request, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > mostBytes)
      throw new AppError(
        "too_large",
        `The body is larger than ${Math.round(mostBytes / 1_048_576)} MiB.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
