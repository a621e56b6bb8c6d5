/** The rows of a raw `execute`, whose result type differs from driver to driver. */
export function rows<Row>(result: unknown): Row[] {
  return (result as { readonly rows: Row[] }).rows;
}
