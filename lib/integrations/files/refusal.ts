import type { FileContent } from "@/lib/integrations/ports";

/** Every way in which a file is turned down: a stable code and one sentence for the athlete. */
export const REFUSALS = {
  empty_file: "The file is empty. Export or copy it again.",
  too_large: "The file is larger than 50 MB, which no single recording is.",
  not_recognised:
    "This is no FIT, TCX or GPX file and no Garmin Connect data. Import the file that your device or service exports.",
  image_or_document: "This is a picture or a document, not a recording.",
  unreadable: "The file is damaged in a way that makes it unreadable. Export or copy it again.",
  too_many_samples:
    "The file holds more samples than a day of ten a second, which no single recording does.",
  too_costly:
    "Reading this file took more time or memory than any recording needs, so it was given up.",
  archive_as_file: "This is an archive; import it as a .zip or .gz file.",
  fit_unreadable:
    "This FIT file is damaged so badly that nothing in it can be read. Copy it from the device again.",
  fit_truncated_empty: "This FIT file ends before its first sample. Copy it from the device again.",
  fit_no_activity: "This FIT file only says which device wrote it; it holds no activity.",
  fit_single_point: "This FIT file holds a single point, not an activity.",
  fit_no_times: "The samples in this FIT file carry no time, so there is no activity to build.",
  fit_clock_not_set:
    "The device's clock was not set while recording and nothing in the file says when it was.",
  fit_only_transition: "This FIT file holds only a transition between two sports.",
  xml_damaged: "This file is not well-formed XML: it was cut off or altered. Export it again.",
  xml_doctype:
    "This file declares a document type, which no training file needs; it was not read, for safety.",
  xml_too_deep: "This file's elements are nested absurdly deep; it was not read, for safety.",
  xml_entities: "This file declares entities, which no export does; it was not read, for safety.",
  xml_part_too_large:
    "One element of this file is larger than any in an export; it was not read, for safety.",
  xml_other: "This is an XML file, but neither TCX nor GPX nor an Apple Health export.",
  apple_empty:
    "This Apple Health export holds no workouts, and no nights or days that Formline uses.",
  apple_cut_off:
    "This Apple Health export ends before its end; what came before was read. Export it again for the rest.",
  apple_clinical:
    "This is the second copy for clinics in an Apple Health export. Formline reads the other XML file beside it.",
  apple_no_values:
    "Of these days Apple Health holds nothing that Formline uses: time in bed alone, or values in a unit that is not known.",
  apple_part: "This part of an Apple Health export is damaged. Import the export itself again.",
  tcx_no_activity: "This TCX file holds no activity: it may be a course or a workout.",
  gpx_no_track: "This GPX file holds a route or way points but no recorded track.",
  gpx_no_times: "The points of this track carry no time: it is a planned route, not a recording.",
  track_single_point: "This file holds a single point, not an activity.",
  list_other: "This list of activities lacks the columns that name them and their files.",
  strava_unreadable:
    "This activity of Strava's is damaged or took no time. Have Strava synchronised again.",
  json_damaged: "This file is not valid JSON: it was cut off or altered. Export it again.",
  json_other: "This is a JSON file, but no Garmin Connect data that is known here.",
} as const;
export type RefusalCode = keyof typeof REFUSALS;

export function refused(code: RefusalCode): Extract<FileContent, { kind: "refused" }> {
  return { kind: "refused", code, reason: REFUSALS[code] };
}

/** Thrown inside a decoder to stop at what no training file contains. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.name = "Refusal";
    this.code = code;
  }
}
