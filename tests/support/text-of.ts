import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement, type ReactNode } from "react";
import { prerender } from "react-dom/static";

const ROUTER = { refresh() {}, push() {}, replace() {}, prefetch() {}, back() {}, forward() {} };

/** What a person reads of it, in one line: parts of their own are parted by a space. */
export async function textOf(screen: ReactNode): Promise<string> {
  const app = createElement(AppRouterContext.Provider, { value: ROUTER as never }, screen);
  const html = await new Response((await prerender(app)).prelude).text();
  const text = html.replace(/<script.*?<\/script>|<!--.*?-->/gs, "").replace(/<[^>]*>/g, " ");
  return text.replace(/\s+/g, " ");
}
