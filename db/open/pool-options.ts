/** The same for node-postgres and Neon: a few connections, none waited for in vain. */
export const POOL_OPTIONS = {
  application_name: "formline",
  max: 10,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis: 10_000,
} as const;
