/** Where an activity went, as points equally far apart along the way, the first at the start. */
export type Course = {
  readonly lengthM: number;
  readonly latitudeDeg: Float64Array;
  readonly longitudeDeg: Float64Array;
};
