/** "1:02:30", "45:10" or bare minutes as seconds; null when it is none of these. */
export function clockSeconds(text: string): number | null {
  const parts = text.trim().split(":");
  if (text.trim() === "" || parts.length > 3 || parts.some((part) => !/^\d+$/.test(part)))
    return null;
  if (parts.length === 1) return Number(parts[0]) * 60;
  return parts.reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
