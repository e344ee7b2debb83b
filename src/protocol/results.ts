import type { Column, Problem, Row } from '../base/index.ts';
import type { RenderSpec, ResultFooter } from './result.ts';

/** Which columns of a result the timeline draws. */
export interface TimelineSpec {
  /** datetime column of the sign-in (or of the only event). */
  readonly time: string;
  /** Column that names the event, such as the resource signed in to. */
  readonly label: string;
  /** Column that parts the events into lanes, such as the identity. */
  readonly lane?: string;
  /** datetime and label columns of what followed, where the result has it. */
  readonly followedTime?: string;
  readonly followedLabel?: string;
  /** Column that holds token / identity+ip / identity / time / none. */
  readonly evidence?: string;
  /** Rows with the same value here belong to one sign-in, which is drawn once. */
  readonly signInKey?: string;
}

export interface RunDescription {
  readonly runId: number;
  readonly title: string;
  readonly sourceTitle: string;
  /** The KQL that was sent, parameters included. */
  readonly query: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly scenarioId?: string;
  readonly timeline?: TimelineSpec;
  /** Title of the source that was compared with; the rows are those that differ. */
  readonly comparedWith?: string;
  /** Present where the source is a workspace: how it was asked. */
  readonly workspace?: {
    /** Sent beside the query; the query's own time filter alone is in force when absent. */
    readonly timespan?: string;
    readonly fetchAll?: boolean;
  };
}

/** What a reader can ask of the source that a result came from. */
export type SourceAction = 'fetchAll' | 'timeRange' | 'keepCopy' | 'compare';

export type ExportFormat = 'csv' | 'tsv' | 'json' | 'markdown';

/** Host to results page. A `begin` starts over; everything later carries its run and is dropped if it is not the current one. */
export type ToResultsPage =
  | { readonly type: 'begin'; readonly run: RunDescription; readonly columns: readonly Column[]; readonly render?: RenderSpec }
  | { readonly type: 'running'; readonly run: RunDescription }
  | { readonly type: 'rows'; readonly runId: number; readonly rows: readonly Row[] }
  /** What the source is waiting for or how far it is. */
  | { readonly type: 'progress'; readonly runId: number; readonly message: string }
  | { readonly type: 'done'; readonly runId: number; readonly footer: ResultFooter }
  | { readonly type: 'failed'; readonly runId: number; readonly problems: readonly Problem[]; readonly cancelled: boolean }
  /** Answer to `explain`: plain text, a title and paragraphs; never markup. `known` is false when there is nothing to say. */
  | { readonly type: 'explanation'; readonly requestId: number; readonly known: boolean; readonly title: string; readonly paragraphs: readonly string[] };

/** Results page to host. */
export type FromResultsPage =
  | { readonly type: 'ready' }
  /** Asks what a column or one of its values means (error code, application ID, column). */
  | { readonly type: 'explain'; readonly requestId: number; readonly column: string; readonly value?: string }
  | { readonly type: 'copy'; readonly text: string; readonly what: string }
  /** The text of the view as it stands (filter, order, hidden columns), for the host to save. */
  | { readonly type: 'export'; readonly format: ExportFormat; readonly text: string; readonly rows: number; readonly columns: number; /** Why rows are missing, where the result is not whole. */ readonly incomplete?: string }
  | { readonly type: 'rerun'; readonly runId: number }
  | { readonly type: 'cancel'; readonly runId: number }
  | { readonly type: 'openQuery'; readonly runId: number }
  | { readonly type: 'source'; readonly runId: number; readonly action: SourceAction }
  /** Offers the scenarios that take this value: an identity, an application, an address or a correlation ID. */
  | { readonly type: 'investigate'; readonly column: string; readonly value: string }
  /** A slice was taken in; the host sends the next one (back-pressure). */
  | { readonly type: 'took'; readonly runId: number; readonly rows: number };
