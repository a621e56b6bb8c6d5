import type { ActivityDetail } from "@/db/queries/activity-detail";
import { SPORT_LOOKS } from "./sport-look";

type Facts = Pick<ActivityDetail, "sport" | "subSport" | "isIndoor">;

/** "mountain": the device's finer word for the sport; null where it adds nothing. */
export function sportKind({ sport, subSport, isIndoor }: Facts): string | null {
  if (subSport === null || subSport === "generic") return null;
  const words = subSport
    .replaceAll(/([A-Z])/g, " $1")
    .replaceAll("_", " ")
    .toLowerCase()
    .replace(/ diving$/, "");
  const isSaid =
    (isIndoor && words.startsWith("indoor")) ||
    words.includes(SPORT_LOOKS[sport].label.toLowerCase());
  return isSaid ? null : words;
}
