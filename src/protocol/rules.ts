import type { Problem } from '../base/index.ts';
import type { TextRange } from './language.ts';

/**
 * Messages between the extension and the rule process, which is the command line in another mode: it reads rules and
 * their tests and runs them in a query process of its own. Every request is answered by one `done` or `failed`.
 */
export type RuleRequest =
  | { readonly type: 'list'; readonly id: number; readonly file: string; /** The text of a test file. */ readonly text: string }
  | { readonly type: 'runTests'; readonly id: number; readonly request: RuleTestRequest }
  | { readonly type: 'cancel'; readonly id: number };

export type RuleMessage =
  | { readonly type: 'started'; readonly id: number; readonly file: string; readonly name: string }
  | { readonly type: 'finished'; readonly id: number; readonly report: RuleTestReport }
  | { readonly type: 'done'; readonly id: number; readonly value: RuleValue }
  | { readonly type: 'failed'; readonly id: number; readonly problems: readonly Problem[]; readonly cancelled: boolean };

export type RuleValue =
  | { readonly kind: 'listing'; readonly listing: RuleTestListing }
  | { readonly kind: 'tested'; readonly coverage: readonly RuleCoverage[] };

/** What a test file holds. */
export interface RuleTestListing {
  /** Path of the rule that is tested. */
  readonly rule: string;
  /** Absent where the rule cannot be read. */
  readonly ruleName?: string;
  readonly tests: readonly { readonly name: string; readonly range: TextRange }[];
  readonly problems: readonly PlacedText[];
}

export interface RuleTestRequest {
  /** All tests of a file where no names are given. */
  readonly files: readonly { readonly file: string; readonly tests?: readonly string[] }[];
  readonly coverage?: boolean;
  /** Folders whose rules without a test are part of the coverage. */
  readonly folders?: readonly string[];
  /** Show the rows after each step of the query. */
  readonly rowsPerStep?: number;
}

/** A text about a place in a file. */
export interface PlacedText {
  readonly text: string;
  readonly file: string;
  readonly range: TextRange;
  readonly code?: string;
}

export interface RuleTestMessage extends PlacedText {
  /** Two sides to compare. */
  readonly expected?: string;
  readonly actual?: string;
}

/** One test and what became of it. `error`: it could not be run at all. */
export interface RuleTestReport {
  readonly file: string;
  readonly rule: string;
  /** Empty where the report is about the file as a whole. */
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'error';
  readonly milliseconds: number;
  readonly messages: readonly RuleTestMessage[];
  /** As the command line prints it. */
  readonly output: string;
  /** The rows after each step, as text to read; where they were asked for. */
  readonly steps?: string;
}

/** Which parts of a rule's query the rows of its tests came to. */
export interface RuleCoverage {
  readonly file: string;
  readonly rule: string;
  /** Of its name. */
  readonly range: TextRange;
  readonly tests: number;
  readonly steps: readonly RuleStepCoverage[];
}

export interface RuleStepCoverage {
  readonly label: string;
  /** The `let` name it belongs to. */
  readonly of?: string;
  readonly range: TextRange;
  readonly reached: boolean;
  readonly branches: readonly { readonly label: string; readonly range: TextRange; readonly met: boolean; readonly unmet: boolean }[];
}
