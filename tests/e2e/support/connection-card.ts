import type { Locator, Page } from "@playwright/test";

/** The card of a connection, by the name that stands on it. */
export function cardOf(page: Page, name: string): Locator {
  return page.getByRole("article", { name });
}

/** The value that a card shows under this name. */
export function fact(card: Locator, name: string): Locator {
  return card.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd");
}
