const WIDE_FROM = 0xff01;
const WIDE_TO = 0xff5e;
const WIDE_SHIFT = 0xfee0;

const PLAIN: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\u2007": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
  "\u2018": "'",
  "\u2019": "'",
};

/** Unit by unit: without the flag `u` no two of them are taken as one. */
const NOT_PLAIN = /[A-Z\u0080-\uffff]/g;

/** The same text in plain signs and lower case; every place keeps its index. */
export function plainText(text: string): string {
  return text.replace(NOT_PLAIN, plainUnit);
}

function plainUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  const narrow =
    code >= WIDE_FROM && code <= WIDE_TO
      ? String.fromCharCode(code - WIDE_SHIFT)
      : (PLAIN[unit] ?? unit);
  const lower = narrow.toLowerCase();
  return lower.length === 1 ? lower : narrow;
}
