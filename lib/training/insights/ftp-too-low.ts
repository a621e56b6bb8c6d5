/**
 * Power that says more than the FTP in use.
 * DET-EFTP@1: FTP-20 of a believed critical power is 3 % or more above the FTP in use: notice.
 * Reference: FTP-20 (science.md 13); suggested, never applied.
 * Valid: as the suggestion itself; one that the athlete refused is not made again.
 */
import { addDays, eachDay, type LocalDate } from "../../dates/local-date";
import type { Detector, DetectorInput } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import type { EvidenceSeries } from "./finding";

const MIN_GAIN = 0.03;
const SHOWN_DAYS = 84;

export const ftpTooLow: Detector = (input) => {
  const { ftp } = input;
  if (ftp === null || !(ftp.ftpW > 0) || ftp.suggestedW / ftp.ftpW - 1 < MIN_GAIN) return null;
  const of = daysTo(ftp.day);
  const since = input.thresholds.find(({ sport }) => sport === "cycling")?.validFrom ?? ftp.day;
  const ids = [ftp.activityId];
  const used = evidence("ftp.now", "FTP in use", [ftp.ftpW, "W"], daysTo(input.day));
  const best = evidence("ftp.best-20-min", "Best 20 minutes", [ftp.twentyMinutesW, "W"], of, ids);
  const suggested = evidence(
    "ftp.suggested",
    "FTP that they stand for",
    [ftp.suggestedW, "W"],
    of,
    ids,
  );
  return finding({
    detector: "ftp-too-low",
    formula: "DET-EFTP@1",
    severity: "notice",
    sport: "cycling",
    title: "Your FTP looks too low",
    text: `Your best long effort was ${say(best)}, which stands for an FTP of ${say(suggested)}. You train by ${say(used)}, so your zones are too easy and your loads too high.`,
    action:
      "Look at the suggestion on the fitness curves and take it over if it fits how you feel.",
    evidence: [used, best, suggested],
    series: [{ ...shownFtp(input.day, ftp, since), range: { low: used.value, high: null } }],
  });
};

/** The FTP in use since it was set, and from the effort on the one that it stands for. */
function shownFtp(
  day: LocalDate,
  ftp: NonNullable<DetectorInput["ftp"]>,
  since: LocalDate,
): EvidenceSeries {
  const points = eachDay(addDays(day, 1 - SHOWN_DAYS), day).map((one) => ({
    day: one,
    value: one >= ftp.day ? ftp.suggestedW : one >= since ? ftp.ftpW : null,
  }));
  return { label: "FTP, in use and by your best", unit: "W", points };
}
