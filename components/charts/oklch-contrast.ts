export type Oklch = readonly [lightness: number, chroma: number, hueDeg: number];
export type LinearRgb = readonly [number, number, number];

/** OKLCH to linear sRGB (Ottosson 2020); values outside 0-1 are outside the gamut. */
export function linearRgb([lightness, chroma, hueDeg]: Oklch): LinearRgb {
  const a = chroma * Math.cos((hueDeg * Math.PI) / 180);
  const b = chroma * Math.sin((hueDeg * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Relative luminance (WCAG 2.2) of a colour as a screen shows it, clipped to the gamut. */
export function luminance(colour: Oklch): number {
  const [r, g, b] = linearRgb(colour).map((one) => Math.min(1, Math.max(0, one)));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast ratio (WCAG 2.2), 1-21, whichever of the two is lighter. */
export function oklchContrast(one: Oklch, other: Oklch): number {
  const a = luminance(one) + 0.05;
  const b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
}
