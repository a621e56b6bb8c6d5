import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

type HeaderBag = { get(name: string): string | null };

/**
 * Refuses a request that another site made a browser send. Browsers say so themselves
 * (Sec-Fetch-Site; "none" is the person alone) on https and localhost; elsewhere the Origin has to be ours. A request
 * with neither is refused, too: no browser sends such a one.
 */
export function assertSameOrigin(headers: HeaderBag): void {
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  if (site === null && isOwnOrigin(headers)) return;
  throw new AppError("forbidden", "This request did not come from this site. Reload the page.");
}

function isOwnOrigin(headers: HeaderBag): boolean {
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { publicUrl, trustProxy } = env();
  if (origin === publicUrl) return true;
  const host = (trustProxy ? headers.get("x-forwarded-host") : null) ?? headers.get("host");
  return new URL(origin).host === host;
}
