/**
 * The library that every recommendation is taken from: typed shapes with ranges, nothing invented.
 * PLN-11: warm-up, then parts, repetitions of a block or exercises, then cool-down.
 * Reference: common session formats of the field; the shapes are a convention of this product.
 * Valid: lengths and counts are scaled inside the template's ranges, to the athlete's recent volume.
 */
import type { WorkoutTemplate } from "./template-types";
import { BRICK_TEMPLATES } from "./templates/brick";
import { CYCLING_TEMPLATES } from "./templates/cycling";
import { MOBILITY_TEMPLATES } from "./templates/mobility";
import { RUNNING_TEMPLATES } from "./templates/running";
import { STRENGTH_TEMPLATES } from "./templates/strength";
import { SWIMMING_TEMPLATES } from "./templates/swimming";

export const WORKOUT_TEMPLATES: readonly WorkoutTemplate[] = [
  ...CYCLING_TEMPLATES,
  ...BRICK_TEMPLATES,
  ...RUNNING_TEMPLATES,
  ...SWIMMING_TEMPLATES,
  ...STRENGTH_TEMPLATES,
  ...MOBILITY_TEMPLATES,
];
