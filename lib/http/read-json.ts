import { AppError, invalidInput } from "@/lib/errors";

const MAX_JSON_BYTES = 1024 * 1024;

/**
 * The JSON body of a request. Throws AppError "unsupported" for another content type (which
 * is also what a plain HTML form of another site could send), "too_large" past 1 MiB and
 * "invalid_input" for what is no JSON.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new AppError("unsupported", "The body has to be JSON (application/json).");
  }
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput("The body is not valid JSON.");
  }
}

async function readText(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > MAX_JSON_BYTES) throw new AppError("too_large", "The body is larger than 1 MiB.");
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
