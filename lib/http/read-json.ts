import { AppError, invalidInput } from "@/lib/errors";
import { readBody } from "./read-body";

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
  const text = new TextDecoder().decode(await readBody(request, MAX_JSON_BYTES));
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput("The body is not valid JSON.");
  }
}
