import { z } from "zod";
import { route } from "@/lib/http/route";
import { sentCheckIn } from "@/lib/schemas/check-in";
import { recordCheckIn } from "@/lib/services/record-check-in";

/** A check-in, also one that was answered without a network and arrives later. */
export const POST = route(
  {
    auth: "athlete",
    name: "/api/check-ins",
    input: sentCheckIn,
    output: z.object({ day: z.string() }),
  },
  ({ ctx, input: { answeredAt, ...answers } }) => recordCheckIn(ctx, answers, new Date(answeredAt)),
);
