import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { LinkButton } from "@/components/ui/link-button";
import { getCurrentSession } from "@/lib/auth/current-session";

/** Pages about how numbers are made: open to everybody, with the way back for who is signed in. */
export default async function MethodsLayout({ children }: { children: ReactNode }) {
  const session = await getCurrentSession();
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[1080px] flex-col px-4 py-5 md:px-8 md:py-7">
      <header className="mb-6 flex items-center justify-between gap-4">
        <Link
          href={"/" as Route}
          className="flex min-h-11 items-center gap-[9px] text-lg font-semibold tracking-[-0.01em]"
        >
          <Logo />
          Formline
        </Link>
        {session ? (
          <LinkButton href={"/today" as Route}>Back to your training</LinkButton>
        ) : (
          <LinkButton href={"/sign-in" as Route}>Sign in</LinkButton>
        )}
      </header>
      <main className="flex-1 pb-8">{children}</main>
    </div>
  );
}
