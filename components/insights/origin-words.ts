const NAMES: Readonly<Record<string, string>> = {
  garmin: "Garmin",
  apple_health: "Apple Health",
  activities: "your activities",
  settings: "your settings",
};

/** "From Garmin", "Told by you", "Worked out by PMC-exp@1"; null where it is not known. */
export function originWords(origin: string | undefined): string | null {
  if (origin === undefined) return null;
  if (origin === "athlete") return "Told by you";
  if (/@\d+$/.test(origin)) return `Worked out by ${origin}`;
  const names = origin.split(", ").map((kind) => NAMES[kind] ?? kind.replaceAll("_", " "));
  return `From ${names.join(" and ")}`;
}
