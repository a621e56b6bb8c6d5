import type { DeviceInfo } from "@/lib/training/activity/activity-types";

/** Makers whose name in the files is not how they write it. */
const MAKERS: Readonly<Record<string, string>> = {
  coros: "COROS",
  wahooFitness: "Wahoo",
};
const SHORT = /\b(?:hr|mtb|xt)\b/gi;

/** "Garmin Forerunner 965" for garmin and fr965; null when the file does not say what wrote it. */
export function deviceName({ manufacturer, product }: Omit<DeviceInfo, "serial">): string | null {
  const maker = manufacturer === null ? "" : (MAKERS[manufacturer] ?? capital(manufacturer));
  // A number is the maker's own code, and means nothing to anyone else.
  if (product === null || /^\d+$/.test(product)) return maker || null;
  const model = manufacturer === "garmin" ? garminModel(product) : product;
  return model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`.trim();
}

/** The profile writes edgeMtb and fenix5x; the shop Edge MTB and Fenix 5X. */
function garminModel(product: string): string {
  if (product.includes(" ")) return product;
  const words = product
    .replace(/^fr(?=\d)/, "forerunner")
    .replace(/^vivoActive/, "vivoactive")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/([a-z]{3})(\d)/g, "$1 $2")
    .replaceAll(
      /(\d)([a-z]+)/g,
      (_, digit: string, letters: string) => digit + letters.toUpperCase(),
    )
    .replaceAll(SHORT, (word) => word.toUpperCase());
  return capital(words);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
