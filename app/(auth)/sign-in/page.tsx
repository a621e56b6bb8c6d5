import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getCurrentSession } from "@/lib/auth/current-session";
import { safeNextPath } from "@/lib/auth/sign-in-path";
import { AuthCard } from "../_components/auth-card";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const target = safeNextPath(typeof next === "string" ? next : null);
  if (await getCurrentSession()) redirect(target);
  return (
    <AuthCard
      title="Sign in"
      description={
        target === "/today" ? "Good to see you." : "Sign in to go on to where you were going."
      }
      footer={
        <>
          New here?{" "}
          <Link href={"/sign-up" as Route} className="font-medium text-accent hover:underline">
            Create an account
          </Link>
        </>
      }
    >
      <SignInForm next={target} />
    </AuthCard>
  );
}
