import type { Span } from '../../base/index.ts';
import { cellText } from '../../base/index.ts';
import type { QueryRows } from './ruleDatabase.ts';
import type { AskRun } from './runRule.ts';
import { oneLine, type Predicate, type Stage } from './stages.ts';

/** A predicate of a `where`: whether rows met it, and whether rows did not. */
export interface BranchCoverage {
  readonly label: string;
  /** In the rule's query. */
  readonly span: Span;
  readonly met: boolean;
  readonly unmet: boolean;
}

/** A step of a rule's query: whether rows came to it in any test. */
export interface StepCoverage {
  readonly label: string;
  readonly of?: string;
  /** In the rule's query. */
  readonly span: Span;
  readonly reached: boolean;
  readonly branches: readonly BranchCoverage[];
}

interface Branch extends BranchCoverage {
  met: boolean;
  unmet: boolean;
}

interface Step extends StepCoverage {
  reached: boolean;
  branches: Branch[];
  readonly predicates: readonly Predicate[];
}

/** Operators that give rows although none came. */
const givesRowsOfNone: ReadonlySet<string> = new Set(['SummarizeOperator', 'CountOperator', 'MakeSeriesOperator', 'UnionOperator', 'JoinOperator', 'LookupOperator', 'EvaluateOperator']);

/**
 * Which steps and `where` branches of one rule's query the rows of its tests reach. It asks for counts only until a step
 * has been seen whole, so that the tests after the first ones cost little.
 */
export class QueryCoverage {
  readonly #steps = new Map<string, Step>();

  /** `stages` of the rule itself, so that a rule without tests has its steps too; `start` as in `observe`. */
  constructor(stages: readonly Stage[], start = 0) {
    for (const stage of stages) this.#stepOf(stage, start);
  }

  get steps(): readonly StepCoverage[] {
    return [...this.#steps.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** Looks at what one run saw. `stages` are of the query that ran, in which the rule's own text begins at `start`. */
  async observe(stages: readonly Stage[], start: number, ask: AskRun): Promise<void> {
    // By the `let` they belong to: whether no rows are left.
    const dry = new Set<string | undefined>();
    for (const stage of stages) {
      const step = this.#stepOf(stage, start);
      if (givesRowsOfNone.has(stage.kind)) dry.delete(stage.of);
      if (dry.has(stage.of) || isSeen(step)) continue;
      if ((await look(step, stage, ask)) === 0) dry.add(stage.of);
    }
  }

  #stepOf({ span, label, of, predicates }: Stage, start: number): Step {
    const key = `${of ?? ''} ${String(span.start - start)}`;
    const known = this.#steps.get(key);
    if (known) return known;
    const own = (place: Span): Span => ({ start: place.start - start, length: place.length });
    const branches = predicates.map((predicate): Branch => ({ label: oneLine(predicate.text), span: own(predicate.span), met: false, unmet: false }));
    const step: Step = { label, span: own(span), reached: false, branches, predicates, ...(of === undefined ? {} : { of }) };
    this.#steps.set(key, step);
    return step;
  }
}

function isSeen({ reached, branches }: Step): boolean {
  return reached && branches.every(({ met, unmet }) => met && unmet);
}

/** How many rows came to a step in this run; notes what they show. */
async function look(step: Step, { query, input }: Stage, ask: AskRun): Promise<number> {
  if (step.branches.length > 1 && input !== undefined) {
    const counted = await unlessRefused(ask(`${input}\n| summarize Came = count()${step.predicates.map(({ text }, index) => `, Met${String(index)} = countif(\n${text}\n)`).join('')}`));
    if (counted) {
      const [came = 0, ...met] = (counted.rows[0] ?? []).map((value) => Number(cellText(value)));
      note(step, came, met);
      return came;
    }
    // What cannot stand in an aggregate is judged as a whole.
    step.branches.length = 1;
  }
  const came = await countRows(ask, input ?? query);
  const [whole] = step.branches;
  note(step, came, whole ? [await countRows(ask, query)] : []);
  return came;
}

function note(step: Step, came: number, met: readonly number[]): void {
  step.reached ||= came > 0;
  step.branches.forEach((branch, index) => {
    branch.met ||= (met[index] ?? 0) > 0;
    branch.unmet ||= (met[index] ?? 0) < came;
  });
}

async function countRows(ask: AskRun, query: string): Promise<number> {
  const { rows } = await ask(`${query}\n| count`);
  return Number(cellText(rows[0]?.[0] ?? 0));
}

/** Undefined where the database refuses the query; a person's wish to stop still ends it all. */
async function unlessRefused(asked: Promise<QueryRows>): Promise<QueryRows | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as { readonly cancelled?: boolean }).cancelled === true) throw error;
    return undefined;
  }
}
