import { route } from "@/lib/http/route";
import { contextBody, contextInput } from "@/lib/schemas/insights";
import { addContext } from "@/lib/services/add-context";

/** Notes an illness, an injury, a journey, a race or whatever else explains days. */
export const POST = route(
  {
    auth: "athlete",
    name: "/api/v1/insights/context",
    input: contextInput,
    output: contextBody,
  },
  ({ ctx, input }) => addContext(ctx, input),
);
