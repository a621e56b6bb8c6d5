import { lexer, type MarkedToken, type Token, type Tokens } from "marked";
import type { Route } from "next";
import Link from "next/link";
import { type ReactNode, useId } from "react";

type Props = {
  /** Markdown of our own; HTML in it is shown as text. */
  text: string;
};

/** Markdown as React elements: headings, paragraphs, lists, tables, emphasis, code, links. */
export function MarkdownView({ text }: Props) {
  return (
    <div className="flex max-w-[68ch] flex-col gap-3">
      <Blocks tokens={lexer(text)} />
    </div>
  );
}

function Blocks({ tokens }: { tokens: readonly Token[] }) {
  return keyed(tokens).map(({ key, token }) => <Block key={key} token={token} />);
}

function Block({ token }: { token: MarkedToken }): ReactNode {
  switch (token.type) {
    case "heading":
      return <Heading token={token} />;
    case "paragraph":
      return (
        <p>
          <Inline tokens={token.tokens} />
        </p>
      );
    case "list":
      return <List token={token} />;
    case "table":
      return <MarkdownTable token={token} />;
    case "text":
      return <Inline tokens={token.tokens ?? [token]} />;
    case "space":
      return null;
    default:
      return <p>{token.raw}</p>;
  }
}

function Heading({ token }: { token: Tokens.Heading }) {
  const content = <Inline tokens={token.tokens} />;
  return token.depth <= 2 ? (
    <h2 className="mt-3 text-lg font-semibold">{content}</h2>
  ) : (
    <h3 className="mt-2 font-semibold">{content}</h3>
  );
}

function List({ token }: { token: Tokens.List }) {
  const items = token.items.map((item) => (
    <li key={item.raw}>
      <Blocks tokens={item.tokens} />
    </li>
  ));
  return token.ordered ? (
    <ol className="flex list-decimal flex-col gap-1 pl-5">{items}</ol>
  ) : (
    <ul className="flex list-disc flex-col gap-1 pl-5">{items}</ul>
  );
}

function MarkdownTable({ token }: { token: Tokens.Table }) {
  const labelId = useId();
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <section className="overflow-x-auto" tabIndex={0} aria-labelledby={labelId}>
      <table className="w-full border-collapse text-sm">
        <caption id={labelId} className="sr-only">
          {token.header.map((cell) => cell.text).join(", ")}
        </caption>
        <thead>
          <tr>
            {token.header.map((cell) => (
              <th
                key={cell.text}
                scope="col"
                className="py-2 pr-4 text-left font-medium text-muted"
              >
                <Inline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((cells) => (
            <tr key={cells.map((cell) => cell.text).join()} className="border-t border-line">
              {cells.map((cell, i) => (
                <td key={token.header[i]?.text ?? cell.text} className="py-2 pr-4 align-top">
                  <Inline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Inline({ tokens }: { tokens: readonly Token[] }) {
  return keyed(tokens).map(({ key, token }) => <Span key={key} token={token} />);
}

function Span({ token }: { token: MarkedToken }): ReactNode {
  switch (token.type) {
    case "strong":
      return (
        <strong className="font-semibold">
          <Inline tokens={token.tokens} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inline tokens={token.tokens} />
        </em>
      );
    case "codespan":
      return (
        <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">
          {token.text}
        </code>
      );
    case "link":
      return (
        <Link href={target(token.href)} className="font-medium text-accent underline">
          <Inline tokens={token.tokens} />
        </Link>
      );
    case "escape":
    case "text":
      return token.text;
    default:
      return token.raw;
  }
}

/** "hrss.md" is the page beside; anything else stays as it is. */
function target(href: string): Route {
  return href.replace(/^([a-z0-9-]+)\.md$/, "/methods/$1") as Route;
}

/** A token never moves within its text: what it is and where it stands names it. */
function keyed(tokens: readonly Token[]): { key: string; token: MarkedToken }[] {
  return tokens.map((token, i) => ({ key: `${i}-${token.type}`, token: token as MarkedToken }));
}
