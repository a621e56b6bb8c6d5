import { route } from "@/lib/http/route";
import { connectionBody } from "@/lib/schemas/connection-progress";
import { connectionParams } from "@/lib/schemas/connections";
import { showConnection } from "@/lib/services/show-connections";

/** How a connection stands, while the athlete looks at its sync. */
export const GET = route(
  {
    auth: "athlete",
    name: "/api/connections/[connectionId]",
    params: connectionParams,
    output: connectionBody,
  },
  ({ ctx, params }) => showConnection(ctx, params.connectionId),
);
