import { route } from "@/lib/http/route";
import { jobsBody } from "@/lib/schemas/operations";
import { listJobs } from "@/lib/services/list-jobs";

/** Every background function: how its runs stand and when the clock starts it next. */
export const GET = route({ auth: "admin", name: "/api/v1/jobs", output: jobsBody }, ({ ctx }) =>
  listJobs(ctx),
);
