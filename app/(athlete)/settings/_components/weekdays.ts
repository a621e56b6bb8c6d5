/** In the order of ISO 8601. */
export const WEEKDAYS = [
  ...(["Monday", "Tuesday", "Wednesday", "Thursday"] as const),
  ...(["Friday", "Saturday", "Sunday"] as const),
] as const;
