export type Effect = { readonly what: string; readonly at: number };

/** What the functions under test did, in order, per scenario. */
export class Effects {
  readonly #byScenario = new Map<string, Effect[]>();

  add(scenario: string, what: string): void {
    this.#byScenario.set(scenario, [...this.of(scenario), { what, at: Date.now() }]);
  }

  of(scenario: string): readonly Effect[] {
    return this.#byScenario.get(scenario) ?? [];
  }

  names(scenario: string): string[] {
    return this.of(scenario).map((effect) => effect.what);
  }

  count(scenario: string, what: string): number {
    return this.names(scenario).filter((name) => name === what).length;
  }

  /** Milliseconds between neighbouring effects of that name. */
  gaps(scenario: string, what: string): number[] {
    const times = this.of(scenario).flatMap((effect) => (effect.what === what ? effect.at : []));
    return times.slice(1).map((at, i) => at - (times[i] ?? 0));
  }
}
