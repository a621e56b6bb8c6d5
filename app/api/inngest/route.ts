import { handleJobRequest } from "@/inngest/job-handler";

export const dynamic = "force-dynamic";

/** The functions, served to an Inngest server; without one, nobody outside can sign a call. */
export { handleJobRequest as GET, handleJobRequest as POST, handleJobRequest as PUT };
