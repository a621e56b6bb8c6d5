import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getCurrentSession } from "@/lib/auth/current-session";
import { timeZoneGroups } from "@/lib/dates/time-zone-groups";
import { AuthCard } from "../_components/auth-card";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage() {
  if (await getCurrentSession()) redirect("/today" as Route);
  return (
    <AuthCard
      title="Create an account"
      description="Your data stays on this server. You bring your files next."
      footer={
        <>
          Already have one?{" "}
          <Link href={"/sign-in" as Route} className="font-medium text-accent hover:underline">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm timeZones={timeZoneGroups()} />
    </AuthCard>
  );
}
