import type { Metadata } from "next";
import { MethodIndex } from "@/components/methods/method-index";
import { METHODS } from "@/lib/methods/method-catalogue";
import { readMethod } from "@/lib/methods/read-method";

export const metadata: Metadata = { title: "Methods" };

type MethodsPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MethodsPage({ searchParams }: MethodsPageProps) {
  const { q } = await searchParams;
  const methods = await Promise.all(
    METHODS.map(async (method) => ({ ...method, summary: (await readMethod(method)).summary })),
  );
  return <MethodIndex methods={methods} wanted={typeof q === "string" ? q.trim() : ""} />;
}
