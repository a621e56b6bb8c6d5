import { createHash } from "node:crypto";
import { startVendorServer, type VendorRoute, type VendorServer } from "../vendor-server";

export type CalendarServer = VendorServer & {
  /** Puts a feed at a path of its own; returns its address. */
  account(name: string, text: string): string;
  /** Puts a redirection at a path; returns its address. */
  redirect(name: string, to: string): string;
};

/** A server of calendar feeds, with ETags, redirections and its bad days. */
export async function startCalendarServer(port?: number): Promise<CalendarServer> {
  const feeds = new Map<string, string>();
  const moved = new Map<string, string>();
  const routes: VendorRoute[] = [
    {
      method: "GET",
      path: /^\/feeds\/(?<name>[^/]+)\.ics$/,
      answer: ({ headers }, { name = "" }) => {
        const text = feeds.get(name);
        if (text === undefined) return { status: 404 };
        const etag = `"${createHash("sha256").update(text).digest("hex").slice(0, 16)}"`;
        if (headers["if-none-match"] === etag) return { status: 304, headers: { etag } };
        return { headers: { etag, "content-type": "text/calendar" }, body: text };
      },
    },
    {
      method: "GET",
      path: /^\/moved\/(?<name>[^/]+)\.ics$/,
      answer: (_request, { name = "" }) => ({
        status: 302,
        headers: { location: moved.get(name) ?? "/" },
      }),
    },
  ];
  const server = await startVendorServer(routes, port);
  // A spread would read the counters once.
  return Object.assign(Object.create(server) as VendorServer, {
    account: (name: string, text: string) => {
      feeds.set(name, text);
      return `${server.url}/feeds/${name}.ics`;
    },
    redirect: (name: string, to: string) => {
      moved.set(name, to);
      return `${server.url}/moved/${name}.ics`;
    },
  });
}
