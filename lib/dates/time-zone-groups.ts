export type TimeZoneGroup = {
  /** "Europe"; "Other" for what has no area, such as UTC. */
  readonly area: string;
  readonly zones: readonly { readonly id: string; readonly label: string }[];
};

/** Every IANA time zone that this runtime names, by area, "America/New_York" as "New York". */
export function timeZoneGroups(): TimeZoneGroup[] {
  const groups = new Map<string, { id: string; label: string }[]>();
  for (const id of new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])) {
    const [area = "", ...place] = id.split("/");
    const name = place.length === 0 ? "Other" : area;
    const label = (place.length === 0 ? area : place.join(", ")).replaceAll("_", " ");
    groups.set(name, [...(groups.get(name) ?? []), { id, label }]);
  }
  return [...groups].map(([area, zones]) => ({ area, zones }));
}
