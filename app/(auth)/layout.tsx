import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ForgetAthlete } from "@/components/shell/forget-athlete";
import { Logo } from "@/components/shell/logo";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 md:justify-center md:py-12">
      <header>
        <Link
          href={"/" as Route}
          className="mb-6 flex min-h-11 items-center gap-[9px] text-lg font-semibold tracking-[-0.01em]"
        >
          <Logo />
          Formline
        </Link>
      </header>
      <main className="w-full max-w-[400px]">{children}</main>
      <ForgetAthlete />
    </div>
  );
}
