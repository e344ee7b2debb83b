import { counted, type Row } from '../base/index.ts';
import type { ResultHeader } from '../protocol/index.ts';
import type { ScenarioTimeline } from '../scenarios/index.ts';

/** Counts the sign-ins of a correlation's rows by what followed them: an unexplained sign-in is a finding. */
export class SignInCounter {
  readonly #timeline: ScenarioTimeline | undefined;
  readonly #signIns = new Set<string>();
  readonly #silent = new Set<string>();
  #key = -1;
  #evidence = -1;

  constructor(timeline: ScenarioTimeline | undefined) {
    this.#timeline = timeline;
  }

  header({ columns }: ResultHeader): void {
    const place = (name: string | undefined) => columns.findIndex((column) => column.name === name);
    this.#key = place(this.#timeline?.signInKey);
    this.#evidence = place(this.#timeline?.evidence);
  }

  rows(slice: readonly Row[]): void {
    if (this.#key < 0 || this.#evidence < 0) return;
    for (const row of slice) {
      const key = JSON.stringify(row[this.#key]);
      this.#signIns.add(key);
      if (row[this.#evidence] === 'none') this.#silent.add(key);
    }
  }

  /** Empty for results that are no correlation. */
  summary(): readonly string[] {
    if (this.#key < 0 || this.#evidence < 0 || this.#signIns.size === 0) return [];
    const [all, silent] = [this.#signIns.size, this.#silent.size];
    return [`${counted(all, 'sign-in')}; ${silent === 0 ? 'each was' : `${silent.toLocaleString('en')} ${silent === 1 ? 'was' : 'were'}`} followed by ${silent === 0 ? 'something' : 'nothing'}`];
  }
}
