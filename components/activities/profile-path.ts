/**
 * The small profile of the list as one closed SVG path, `width` by `height`, standing on
 * the bottom edge. Values are 0-1; anything outside is cut.
 */
export function profilePath(profile: readonly number[], width: number, height: number): string {
  if (profile.length < 2) return "";
  const step = width / (profile.length - 1);
  const points = profile.map((value, i) => {
    const share = Math.min(1, Math.max(0, value));
    return `${round(i * step)} ${round(height * (1 - share))}`;
  });
  return `M0 ${height}L${points.join("L")}L${width} ${height}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
