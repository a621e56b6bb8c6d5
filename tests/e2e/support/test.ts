import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { demoPassword, signIn, signUp } from "./accounts";
import { makeAdmin } from "./make-admin";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
/**
 * The importer begins as a newcomer, but brings files, the connector connects vendors; the admin
 * looks after the server.
 */
type Who = "nobody" | "newcomer" | "importer" | "connector" | "admin" | "demo";

type Options = {
  /** Who the test's browser is signed in as. */
  as: Who;
  /** Console errors that the test provokes on purpose. */
  expectedErrors: RegExp[];
};
/** Signs each of them in once per worker, when the first test asks. */
type WorkerFixtures = { stateOf: (who: Who) => Promise<State> };

/** A server in development mode says some things on the console that a built one does not. */
const NOISE = [/Download the React DevTools/];

/**
 * The test of every spec here: a console error, an uncaught exception or a violation of the
 * content security policy fails it.
 */
export const test = base.extend<Options, WorkerFixtures>({
  as: ["nobody", { option: true }],
  expectedErrors: [[], { option: true }],

  stateOf: [
    async ({ browser }, use, info) => {
      const states = new Map<Who, State>();
      await use(async (who) => {
        const known = states.get(who);
        if (known) return known;
        const context = await browser.newContext({
          baseURL: info.project.use.baseURL ?? "",
          // Not as whoever the test is signed in as.
          storageState: { cookies: [], origins: [] },
        });
        await enterAs(who, await context.newPage());
        const state = await context.storageState();
        await context.close();
        states.set(who, state);
        return state;
      });
    },
    { scope: "worker" },
  ],

  storageState: async ({ as, stateOf }, use) => {
    await use(await stateOf(as));
  },

  page: async ({ page, expectedErrors }, use) => {
    const problems: string[] = [];
    const note = (text: string) => {
      if (![...NOISE, ...expectedErrors].some((pattern) => pattern.test(text))) problems.push(text);
    };
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      const { url } = message.location();
      note(url ? `${message.text()} (${url})` : message.text());
    });
    page.on("pageerror", (error) => note(`uncaught: ${error.message}`));
    await page.exposeFunction("noteViolation", (text: string) => note(text));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const { noteViolation } = window as unknown as { noteViolation(text: string): void };
        noteViolation(`CSP: ${event.violatedDirective} blocked ${event.blockedURI}`);
      });
    });
    const open = page.goto.bind(page);
    page.goto = async (address, options) => {
      const response = await open(address, options);
      await expectListening(page);
      return response;
    };
    await use(page);
    expect(problems, "errors on the console").toEqual([]);
  },
});

export { expect };

/** A person who clicks before the script has come clicks again; a test does not. */
async function expectListening(page: Page): Promise<void> {
  const isListening = () =>
    [...document.querySelectorAll("button, select, form")].every((node) =>
      Object.keys(node).some((key) => key.startsWith("__reactProps$")),
    );
  await expect.poll(() => page.evaluate(isListening), "the page is hydrated").toBe(true);
}

async function enterAs(who: Who, page: Page): Promise<void> {
  if (who === "newcomer" || who === "importer" || who === "connector") await signUp(page);
  if (who === "admin") makeAdmin((await signUp(page)).email);
  if (who !== "demo") return;
  await signIn(page, "demo@formline.test", demoPassword());
  await page.waitForURL("**/today");
}
