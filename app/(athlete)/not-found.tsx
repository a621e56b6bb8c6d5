import { PageNotFound } from "@/components/shell/page-not-found";

/** Inside the shell: somebody else's id and one that never was look the same. */
export default function AthleteNotFoundPage() {
  return <PageNotFound />;
}
