/** Exact by definition (international yard and pound, 1959). */
export const METRES_PER_MILE = 1609.344;
export const METRES_PER_FOOT = 0.3048;
export const METRES_PER_YARD = 0.9144;
export const KILOGRAMS_PER_POUND = 0.45359237;

/** What stands where there is no value. */
export const NO_VALUE = "–";
