import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = {
  title: string;
  description: ReactNode;
  children: ReactNode;
  /** The way to the other form. */
  footer: ReactNode;
};

export function AuthCard({ title, description, children, footer }: Props) {
  return (
    <>
      <Card as="div" className="p-5 md:p-7">
        <h1 className="text-2xl font-semibold tracking-[-0.02em]">{title}</h1>
        <p className="mt-1 mb-6 text-sm text-muted">{description}</p>
        {children}
      </Card>
      <p className="mt-5 text-center text-sm text-muted">{footer}</p>
    </>
  );
}
