/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  images: { remotePatterns: [] },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@garmin/fitsdk",
    "fit-file-parser",
    "inngest",
    "pg",
    "pino",
    "rate-limiter-flexible",
    "ws",
  ],
};
