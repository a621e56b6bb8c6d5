const EXTENSIONS = {
  fit: "fit",
  tcx: "tcx",
  gpx: "gpx",
  garmin_json: "json",
  apple_health: "json",
  strava_json: "json",
} as const;

/** Where an original stands in an archive: under the SHA-256 of its bytes. */
export function originalPath(source: {
  readonly sha256: string;
  readonly kind: keyof typeof EXTENSIONS;
}): string {
  return `originals/${source.sha256}.${EXTENSIONS[source.kind]}`;
}

/** Where the rows of a table stand: one JSON object a line. */
export function rowsPath(table: string): string {
  return `data/${table}.jsonl`;
}
