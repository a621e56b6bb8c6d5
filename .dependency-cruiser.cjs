// starter for .dependency-cruiser.cjs
const PURE = "^lib/(training|units|dates|assistant)/";
const TEST = "(\\.test\\.tsx?$|^tests/)";
const pkg = (names) => `node_modules/(${names.join("|")})(/|$)`;
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const value = { dependencyTypesNot: ["type-only"] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule("no-cycles", "A cycle means two modules are one.", {}, { circular: true, viaOnly: value }),
    rule(
      "core-is-pure",
      "Same input, same output. No I/O, no framework.",
      { path: PURE, pathNot: TEST },
      {
        pathNot: [
          "^lib/(training|units|dates|assistant|schemas)/",
          pkg(["zod", "date-fns", "@date-fns"]),
        ],
      },
    ),
    rule(
      "training-stands-alone",
      "The science knows nothing of the assistant, forms or the database.",
      { path: "^lib/training/", pathNot: TEST },
      { pathNot: ["^lib/(training|dates)/"] },
    ),
    rule(
      "only-db-speaks-drizzle",
      "SQL lives in db/.",
      { pathNot: ["^db/", TEST, "^drizzle\\.config"] },
      { path: pkg(["drizzle-orm", "@electric-sql", "@neondatabase"]) },
    ),
    rule(
      "only-adapters-speak-sdk",
      "One folder per vendor in lib/integrations.",
      { pathNot: ["^lib/integrations/", TEST] },
      { path: pkg(["@anthropic-ai", "nodemailer", "web-push"]), ...value },
    ),
    rule(
      "only-auth-speaks-next-auth",
      "So the auth library can be swapped in one folder.",
      { pathNot: ["^lib/auth/", "^app/api/auth/", TEST] },
      { path: pkg(["next-auth", "@auth"]) },
    ),
    rule(
      "schemas-are-plain",
      "Forms, actions, API and AI tools share them, so the browser loads them.",
      { path: "^lib/schemas/", pathNot: TEST },
      { pathNot: ["^lib/(schemas|training|units|dates)/", pkg(["zod"])] },
    ),
    rule(
      "adapters-are-leaves",
      "A vendor folder knows its vendor and our types, nothing else of ours.",
      { path: "^lib/integrations/", pathNot: TEST },
      {
        path: [
          "^(app|components|db|inngest)/",
          "^lib/(services|actions|http|auth|queries)/",
          pkg(["next", "react"]),
        ],
      },
    ),
    rule(
      "services-use-ports",
      "Adapters arrive through ctx.ports, so that a fake can stand in.",
      { path: "^lib/services/", pathNot: TEST },
      { path: "^lib/integrations/(?!ports|source-ports|language-model)" },
    ),
    rule(
      "cross-athlete-reads-are-rare",
      "Identity, dispatch and operations; everything else takes an AthleteContext.",
      {
        pathNot: [
          "^lib/services/(dispatch-|start-session|sign-in-limits|reset-password|change-password|check-readiness)",
          "^scripts/commands/(user|demo)",
          "^lib/auth/",
          "^db/",
          TEST,
        ],
      },
      { path: "^db/queries/system" },
    ),
    rule(
      "db-is-below-services",
      "Data knows no use case.",
      { path: "^db/" },
      {
        path: ["^(app|components|inngest)/", "^lib/(services|integrations|actions|http|queries)/"],
        ...value,
      },
    ),
    rule(
      "services-know-no-transport",
      "The same from a page, an action, a job and a test.",
      { path: "^lib/services/", pathNot: TEST },
      {
        path: [
          "^(app|components|inngest/functions)/",
          "^lib/(actions|http|queries)/",
          pkg(["next", "react"]),
        ],
      },
    ),
    rule(
      "entry-points-write-through-services",
      "Actions, handlers and jobs never write themselves.",
      { path: ["^app/", "^lib/actions/", "^inngest/functions/"], pathNot: TEST },
      { path: ["^db/(mutations|schema|client)", "^lib/integrations/(?!ports|source-ports)"] },
    ),
    rule(
      "jobs-are-thin",
      "A job is a list of steps; each step is one service call.",
      { path: "^inngest/functions/", pathNot: TEST },
      { path: "^db/" },
    ),
    rule(
      "client-safe-components",
      "components/ may reach the browser.",
      { path: ["^components/", "^lib/queries/"], pathNot: TEST },
      {
        path: ["^(db|inngest)/", "^lib/(services|integrations|auth|http|env|logger)(/|\\.)"],
        ...value,
      },
    ),
    rule(
      "ui-is-domain-free",
      "Could this ship in another product?",
      { path: "^components/(ui|charts)/" },
      { path: ["^components/(?!(ui|charts)/)", "^lib/(?!utils|units|packed|csv)"] },
    ),
    rule(
      "no-page-asks-a-model",
      "Its words come by jobs: nobody who looks at a page or sends a form waits for it.",
      {
        path: ["^(app|components)/", "^lib/(actions|http|queries)/"],
        pathNot: ["^app/api/inngest/", TEST],
      },
      { path: "^lib/services/ask-model\\.ts$", reachable: true },
    ),
    rule(
      "nothing-imports-app",
      "Routes are leaves.",
      { pathNot: ["^app/", TEST] },
      { path: "^app/" },
    ),
    rule(
      "no-test-code-in-product",
      "Fakes that ship live in lib/integrations/fakes. Benchmarks start servers as tests do, evaluations invent athletes as they do.",
      { pathNot: [TEST, "^scripts/(bench|evals)/"] },
      { path: "^tests/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|public)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
