import { z } from "zod";
import { route } from "@/lib/http/route";
import { requestSyncs } from "@/lib/services/request-sync";

/** The athlete has opened the app: connections that are not fresh are synced meanwhile. */
export const POST = route(
  {
    auth: "athlete",
    name: "/api/connections/opened",
    output: z.object({ requested: z.number() }),
  },
  ({ ctx }) => requestSyncs(ctx),
);
