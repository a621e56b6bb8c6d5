import type { Route } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { CheckedVector } from "@/lib/methods/check-method";
import { METHOD_GROUPS, METHODS, type Method } from "@/lib/methods/method-catalogue";
import { methodHref } from "@/lib/methods/method-href";
import { MarkdownView } from "./markdown-view";
import { VectorsCard } from "./vectors-card";

type Props = { method: Method; body: string; vectors: readonly CheckedVector[] };

/** One method: the page of the documentation, and the numbers that this build gives for it. */
export function MethodScreen({ method, body, vectors }: Props) {
  return (
    <>
      <PageHeader
        breadcrumb={
          <Link
            href={"/methods" as Route}
            className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
          >
            Methods
          </Link>
        }
        title={method.title}
      />
      <div className="grid items-start gap-3 md:gap-[18px] lg:grid-cols-[minmax(0,1fr)_360px]">
        <Card as="article">
          <MarkdownView text={body} />
        </Card>
        <div className="flex min-w-0 flex-col gap-3 md:gap-[18px]">
          <VectorsCard vectors={vectors} />
          <Neighbours method={method} />
        </div>
      </div>
    </>
  );
}

function Neighbours({ method }: { method: Method }) {
  const group = METHOD_GROUPS.find(({ key }) => key === method.group);
  const others = METHODS.filter((one) => one.group === method.group && one.slug !== method.slug);
  return (
    <Card aria-labelledby="neighbours">
      <CardHeader id="neighbours" title={group?.title ?? ""} />
      <ul className="-my-1 text-sm">
        {others.map((other) => (
          <li key={other.slug}>
            <Link
              href={methodHref(other.slug)}
              prefetch={false}
              className="flex min-h-8 items-center text-muted hover:text-ink hover:underline max-md:min-h-11"
            >
              {other.title}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
