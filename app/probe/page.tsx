export const dynamic = "force-dynamic";

/** An empty page, made anew for each request: what benchmarks compare the others with. */
export default function Probe() {
  return <p>ok</p>;
}
