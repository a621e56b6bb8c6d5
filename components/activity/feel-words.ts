/** How an athlete felt, 1 to 5, in words. */
export const FEEL_WORDS = ["very weak", "weak", "normal", "strong", "very strong"] as const;
