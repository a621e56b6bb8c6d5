export * from "./activities";
export * from "./athletes";
export * from "./bests";
export * from "./days";
export * from "./imports";
export * from "./jobs";
export * from "./settings";
export * from "./users";
