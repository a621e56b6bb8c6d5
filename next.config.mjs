const PERMISSIONS = [
  "accelerometer",
  "bluetooth",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

/** Everywhere. The policy of pages has a nonce and is made in proxy.ts, as is HSTS. */
const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: PERMISSIONS.map((name) => `${name}=()`).join(", ") },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
];

/** For what is not a page: opened by itself, it may do nothing at all. */
const INERT = {
  key: "Content-Security-Policy",
  value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
};

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // Read when a page is asked for; a copy that is put together from traces needs them too.
  outputFileTracingIncludes: {
    "/methods": ["./docs/methods/*.md"],
    "/methods/*": ["./docs/methods/*.md"],
    "/api/inngest": ["./lib/assistant/prompts/*.md"],
  },
  images: { remotePatterns: [] },
  // `npm run check` does it, once; a build on a newcomer's machine only builds.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@garmin/fitsdk",
    "fit-file-parser",
    "garmin-connect",
    "inngest",
    "pg",
    "pino",
    "prom-client",
    "ws",
  ],
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/api/:path*", headers: [INERT, { key: "Cache-Control", value: "no-store" }] },
    { source: "/:path*.(svg|png|ico|webmanifest|json|txt)", headers: [INERT] },
    {
      source: "/sw.js",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'self'; script-src 'self'" },
        { key: "Cache-Control", value: "no-cache" },
      ],
    },
  ],
};
