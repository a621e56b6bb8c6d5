import type { DayEvents } from "./recommendation-input";
import type { TemplateSport } from "./template-types";

/** Whether an injury keeps a sport from being trained; running where nobody has said which. */
export function isForbidden(
  { isInjured, forbidden }: Pick<DayEvents, "isInjured" | "forbidden">,
  sport: TemplateSport,
): boolean {
  if (!isInjured || sport === "mobility") return false;
  return (forbidden ?? ["running"]).includes(sport);
}
