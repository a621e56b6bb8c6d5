import type { Route } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { METHOD_GROUPS, type Method } from "@/lib/methods/method-catalogue";
import { methodHref } from "@/lib/methods/method-href";

type Listed = Method & { readonly summary: string };
type Props = {
  methods: readonly Listed[];
  /** What was searched for; empty lists everything. */
  wanted: string;
};

/** Every method by group, each with its plain sentence; the search is a plain form. */
export function MethodIndex({ methods, wanted }: Props) {
  const found = methods.filter((method) => mentions(method, wanted));
  const groups = METHOD_GROUPS.map((group) => ({
    ...group,
    methods: found.filter((method) => method.group === group.key),
  })).filter((group) => group.methods.length > 0);
  return (
    <>
      <PageHeader
        title="Methods"
        description="How every number is made: formula, constants, source, limits, and a check of this copy"
        actions={<Search wanted={wanted} />}
      />
      {wanted === "" ? (
        <GroupLinks groups={groups} />
      ) : (
        <p role="status" className="mb-4 text-sm text-muted">
          {found.length === 0 ? "Nothing" : found.length} found for “{wanted}”.{" "}
          <Link
            href={"/methods" as Route}
            className="inline-block min-h-6 font-medium text-accent hover:underline"
          >
            Show all
          </Link>
        </p>
      )}
      <div className="flex flex-col gap-6">
        {groups.map((group) => (
          <section key={group.key} aria-labelledby={group.key}>
            <h2 id={group.key} className="mb-2 scroll-mt-4 text-lg font-semibold">
              {group.title}
            </h2>
            <ul className="grid gap-3 md:grid-cols-2">
              {group.methods.map((method) => (
                <MethodItem key={method.slug} method={method} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function MethodItem({ method }: { method: Listed }) {
  return (
    <Card as="li" className="relative hover:border-line-strong">
      <h3 className="font-semibold">
        <Link
          href={methodHref(method.slug)}
          prefetch={false}
          className="after:absolute after:inset-0 after:rounded-card after:content-['']"
        >
          {method.title}
        </Link>
      </h3>
      <p className="mt-1 text-sm text-muted">{method.summary}</p>
    </Card>
  );
}

function GroupLinks({ groups }: { groups: readonly { key: string; title: string }[] }) {
  return (
    <nav aria-label="Groups" className="mb-5 flex flex-wrap gap-1">
      {groups.map(({ key, title }) => (
        <a
          key={key}
          href={`#${key}`}
          className="inline-flex min-h-7 items-center rounded-full border border-line bg-surface px-3 text-sm font-medium text-muted hover:text-ink max-md:min-h-11"
        >
          {title}
        </a>
      ))}
    </nav>
  );
}

function Search({ wanted }: { wanted: string }) {
  return (
    <search>
      <form action="/methods" method="get" className="flex gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={wanted}
          aria-label="Search methods"
          placeholder="HRV, TSS, NP-1 …"
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}

function mentions({ title, summary, formulas }: Listed, wanted: string): boolean {
  const text = [title, summary, ...formulas].join(" ").toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
