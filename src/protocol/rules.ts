import type { Problem } from '../base/index.ts';
import type { TextRange } from './language.ts';
import type { QueryRequest, QueryResult } from './result.ts';

/**
 * Messages between the extension and the rule process, which is the command line in another mode: it reads rules and
 * their tests and runs them in a query process of its own. Every request is answered by one `done` or `failed`.
 */
export type RuleRequest =
  | { readonly type: 'list'; readonly id: number; readonly file: string; /** The text of a test file. */ readonly text: string }
  | { readonly type: 'runTests'; readonly id: number; readonly request: RuleTestRequest }
  | { readonly type: 'convert'; readonly id: number; /** Rules in YAML, or an ARM template. */ readonly text: string }
  | { readonly type: 'backTest'; readonly id: number; readonly request: BackTestQuestion }
  /** The answer to an `ask`; without a result, why there is none. */
  | { readonly type: 'answer'; readonly id: number; readonly askId: number; readonly result?: QueryResult; readonly problems?: readonly Problem[] }
  | { readonly type: 'cancel'; readonly id: number };

export type RuleMessage =
  | { readonly type: 'started'; readonly id: number; readonly file: string; readonly name: string }
  | { readonly type: 'finished'; readonly id: number; readonly report: RuleTestReport }
  /** A query that a back-test needs, on the source that the client has open. */
  | { readonly type: 'ask'; readonly id: number; readonly askId: number; readonly request: QueryRequest }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly all: number }
  | { readonly type: 'done'; readonly id: number; readonly value: RuleValue }
  | { readonly type: 'failed'; readonly id: number; readonly problems: readonly Problem[]; readonly cancelled: boolean };

export type RuleValue =
  | { readonly kind: 'listing'; readonly listing: RuleTestListing }
  | { readonly kind: 'tested'; readonly coverage: readonly RuleCoverage[] }
  | { readonly kind: 'converted'; readonly files: readonly ConvertedFile[] }
  | { readonly kind: 'backTested'; readonly result: BackTestResult };

/** A text to be saved under a name. */
export interface ConvertedFile {
  readonly name: string;
  readonly language: 'yaml' | 'json';
  readonly text: string;
}

export interface BackTestQuestion {
  /** A rule in YAML. */
  readonly rule: string;
  /** Wire datetimes of the first and last record to look at. */
  readonly from: string;
  readonly to: string;
}

/** What a rule would have raised over the history of a source. */
export interface BackTestResult {
  readonly name: string;
  readonly runs: number;
  /** Runs that rested after an alert. */
  readonly suppressedRuns: number;
  readonly alerts: number;
  readonly alertsPerDay: number;
  /** Alerts about nothing but entities that an earlier alert was about. */
  readonly repeated: number;
  readonly days: readonly { /** `2026-03-01`, UTC. */ readonly day: string; readonly alerts: number; readonly rows: number }[];
  readonly topEntities: readonly { readonly entity: string; readonly alerts: number }[];
}

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
