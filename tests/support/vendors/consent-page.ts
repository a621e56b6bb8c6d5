import type { VendorAnswer, VendorRequest } from "./vendor-server";

/**
 * A vendor's consent page. Who clicks sees a page with both ways back; a program is sent back at
 * once, agreed.
 */
export function consentPage(
  { headers }: Pick<VendorRequest, "headers">,
  vendor: string,
  back: { readonly agreed: URL; readonly refused: URL },
): VendorAnswer {
  if (!headers.accept?.includes("text/html")) {
    return { status: 302, headers: { location: back.agreed.href } };
  }
  const link = ({ href }: URL, text: string) =>
    `<p><a href="${href.replaceAll("&", "&amp;")}">${text}</a></p>`;
  return {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><title>${vendor}</title><link rel="icon" href="data:,">
<h1>${vendor}: let Formline read your data?</h1>
${link(back.agreed, "Authorize")}${link(back.refused, "Cancel")}</html>`,
  };
}
