import {
  askForJson,
  askVendor,
  type Vendor,
  type VendorCall,
  type VendorQuestion,
} from "@/lib/integrations/http/ask-vendor";

export type PartnerOptions = {
  /** "https://apis.garmin.com": data, and the only host that a ping may lead to. */
  readonly apiUrl: string;
  /** "https://diauth.garmin.com": tokens. */
  readonly authUrl: string;
  /** "https://connect.garmin.com": the page on which the athlete agrees. */
  readonly consentUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly call?: VendorCall | undefined;
  readonly timeoutMs?: number | undefined;
  readonly now?: (() => Date) | undefined;
};

const TIMEOUT_MS = 20_000;
/** A day of an ultra at one sample a second, as a FIT file. */
const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** Asks Garmin's partner API. Throws `SourceError`. */
export function partnerClient({ apiUrl, authUrl, call, timeoutMs = TIMEOUT_MS }: PartnerOptions) {
  const vendor: Vendor = { provider: "garmin_partner", name: "Garmin", call, timeoutMs };
  const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });
  return {
    vendor,
    /** `path` may hold a query; an address that a ping named is a path of the same host. */
    ask: (
      path: string,
      accessToken: string,
      more: { method?: VendorQuestion["method"]; json?: unknown } = {},
    ) =>
      askForJson(vendor, {
        url: new URL(path, apiUrl),
        ...(more.method && { method: more.method }),
        ...(more.json === undefined ? {} : { body: JSON.stringify(more.json) }),
        headers: {
          ...bearer(accessToken),
          ...(more.json === undefined ? {} : { "content-type": "application/json" }),
        },
      }),
    bytes: async (path: string, accessToken: string) => {
      const url = new URL(path, apiUrl);
      const headers = { ...bearer(accessToken), accept: "*/*" };
      return (await askVendor(vendor, { url, headers, mostBytes: MOST_FILE_BYTES })).bytes;
    },
    token: (fields: Readonly<Record<string, string>>) =>
      askForJson(vendor, {
        url: new URL("/di-oauth2-service/oauth/token", authUrl),
        method: "POST",
        body: new URLSearchParams(fields),
      }),
  };
}

export type PartnerClient = ReturnType<typeof partnerClient>;
