import type { Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Logo } from "@/components/shell/logo";
import { LinkButton } from "@/components/ui/link-button";
import { getCurrentSession } from "@/lib/auth/current-session";
import { FormLine } from "./_components/form-line";

const POINTS = [
  {
    title: "Against your own normal",
    text: "HRV, resting heart rate, sleep and stress are compared with your last weeks, not with a table of strangers.",
  },
  {
    title: "Every number says why",
    text: "A score shows what it was made from, a load shows its formula, and what is missing is named as missing.",
  },
  {
    title: "Your data stays yours",
    text: "It stays on the server that runs this page, with your original files, and is sent nowhere else.",
  },
];

export default async function LandingPage() {
  if (await getCurrentSession()) redirect("/today" as Route);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[960px] flex-col px-5 py-6 md:px-8 md:py-8">
      <header className="flex items-center justify-between gap-4">
        <span className="flex items-center gap-[9px] text-lg font-semibold tracking-[-0.01em]">
          <Logo />
          Formline
        </span>
        <LinkButton href={"/sign-in" as Route}>Sign in</LinkButton>
      </header>
      <main className="flex flex-1 flex-col justify-center py-12">
        <h1 className="max-w-[18ch] text-[36px] leading-[1.08] font-semibold tracking-[-0.03em] md:text-[56px]">
          What should I train today?
        </h1>
        <p className="mt-5 max-w-[56ch] text-lg text-muted">
          Formline reads what your watch recorded, works out how recovered you are and where your
          fitness is heading, and answers with one workout and its reasons.
        </p>
        <div className="mt-7 flex flex-wrap gap-3">
          <LinkButton href={"/sign-up" as Route} variant="primary" size="lg">
            Create an account
          </LinkButton>
          <LinkButton href={"/sign-in" as Route} size="lg">
            Sign in
          </LinkButton>
        </div>
        <FormLine className="mt-12 h-24 w-full md:h-32" />
        <ul className="mt-10 grid gap-6 md:grid-cols-3">
          {POINTS.map(({ title, text }) => (
            <li key={title}>
              <h2 className="text-base font-semibold">{title}</h2>
              <p className="mt-1 text-sm text-muted">{text}</p>
            </li>
          ))}
        </ul>
        <p className="mt-8 text-sm text-muted">
          <Link
            href={"/methods" as Route}
            className="inline-flex min-h-6 items-center font-medium text-accent hover:underline"
          >
            How every number is made
          </Link>
          : formulas, sources, limits, and a check of this very copy.
        </p>
      </main>
    </div>
  );
}
