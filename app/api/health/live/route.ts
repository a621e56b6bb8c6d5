import { route } from "@/lib/http/route";

/** The process answers. Touches nothing else, so that a slow database does not restart it. */
export const GET = route({ auth: "public", name: "/api/health/live" }, async () => ({
  status: "ok",
}));
