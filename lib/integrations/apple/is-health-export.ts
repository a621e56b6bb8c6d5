const HEAD_BYTES = 4_096;
const ROOT = /<!DOCTYPE\s+HealthData\b|<HealthData[\s>]/;
const CLINICAL_DOCUMENT = /<ClinicalDocument[\s>]/;

/** True when a file begins as the XML of an Apple Health export; its name differs by language. */
export function isHealthExport(head: Uint8Array): boolean {
  return ROOT.test(textOf(head));
}

/** True for the second copy of some values that an export carries in a format for clinics. */
export function isClinicalDocument(head: Uint8Array): boolean {
  return CLINICAL_DOCUMENT.test(textOf(head));
}

function textOf(head: Uint8Array): string {
  return new TextDecoder("latin1").decode(head.subarray(0, HEAD_BYTES));
}
