import { z } from "zod";
import { route } from "@/lib/http/route";
import { checkReadiness } from "@/lib/services/check-readiness";

const part = z.enum(["ok", "failing"]);
const body = z.object({
  status: z.enum(["ready", "not_ready"]),
  parts: z.object({
    database: part,
    migrations: part,
    jobs: part,
    keys: z.enum(["ok", "failing", "absent"]),
    process: part,
  }),
});

/** 200 when this process can serve, else 503 and which part cannot. */
export const GET = route({ auth: "public", name: "/api/health/ready" }, async ({ ctx }) => {
  const { isReady, parts } = await checkReadiness(ctx);
  const answer = body.parse({ status: isReady ? "ready" : "not_ready", parts });
  return Response.json(answer, { status: isReady ? 200 : 503 });
});
