import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MethodScreen } from "@/components/methods/method-screen";
import { checkMethod } from "@/lib/methods/check-method";
import { methodOfSlug } from "@/lib/methods/find-method";
import { readMethod } from "@/lib/methods/read-method";

type MethodPageProps = { readonly params: Promise<{ readonly slug: string }> };

export async function generateMetadata({ params }: MethodPageProps): Promise<Metadata> {
  const method = methodOfSlug((await params).slug);
  return { title: method?.title ?? "Not found" };
}

export default async function MethodPage({ params }: MethodPageProps) {
  const method = methodOfSlug((await params).slug);
  if (method === null) notFound();
  const { body } = await readMethod(method);
  return <MethodScreen method={method} body={body} vectors={checkMethod(method)} />;
}
