import { systemContext } from "@/lib/auth/context";
import { getCurrentSession } from "@/lib/auth/current-session";
import { requestOrigin } from "@/lib/auth/request-origin";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { streamBody } from "@/lib/http/stream-body";
import { beginExport } from "@/lib/services/begin-export";
import { exportArchive } from "@/lib/services/export-archive";

/**
 * The athlete's archive, written while it is sent. Asked for by a plain form, so that the
 * browser saves it and shows the progress; who asks too often is sent back to the page.
 */
export const POST = route({ auth: "athlete", name: "/api/export" }, async ({ ctx, request }) => {
  try {
    const system = systemContext({ requestId: ctx.requestId });
    await beginExport(ctx, system, requestOrigin(request.headers));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
    return new Response(null, { status: 303, headers: { location: "/settings/data?wait=1" } });
  }
  const session = await getCurrentSession();
  const day = ctx.now.toISOString().slice(0, 10);
  return new Response(streamBody(exportArchive(ctx, { email: session?.email ?? "" })), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="formline-${day}.zip"`,
    },
  });
});
