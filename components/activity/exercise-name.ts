/** "benchPress" → "Bench press"; what the device did not name is called so. */
export function exerciseName(code: string | null): string {
  if (code === null) return "Exercise not named";
  const spaced = code
    .replaceAll(/([A-Z])/g, " $1")
    .replaceAll("_", " ")
    .trim()
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
