import { PageNotFound } from "@/components/shell/page-not-found";

/** Inside the shell: a run that was removed with its history. */
export default function AdminNotFoundPage() {
  return <PageNotFound />;
}
