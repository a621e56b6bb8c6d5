/** "−12", a whole number with a real minus. */
export function formText(tsb: number): string {
  return String(Math.round(tsb) || 0).replace("-", "−");
}
