import { AppError } from "@/lib/errors";

const LONGEST = 2048;

/**
 * The address of a feed as somebody pastes it. Throws AppError "invalid_input", which does not
 * repeat it: whoever knows the address can read the calendar.
 *
 * @param allowsHttp also without encryption, for a server in one's own network
 */
export function feedUrl(text: string, allowsHttp: boolean): URL {
  const typed = text.trim().replace(/^webcals?:\/\//i, "https://");
  const url = typed.length <= LONGEST && URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || url.hostname === "") {
    throw new AppError(
      "invalid_input",
      "This is no address of a calendar. Copy the one that ends in .ics, or begins with webcal://, from your calendar's settings.",
    );
  }
  const isAllowed = url.protocol === "https:" || (allowsHttp && url.protocol === "http:");
  if (!isAllowed) {
    throw new AppError("invalid_input", "The address of a calendar has to begin with https://.");
  }
  url.hash = "";
  return url;
}
