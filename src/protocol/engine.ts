import type { Problem, Row } from '../base/index.ts';
import type { QueryRequest, ResultFooter, ResultHeader } from './result.ts';
import type { CloudId } from './clouds.ts';
import type { DeviceCodePrompt, WorkspaceAccess } from './signIn.ts';
import type { SourceSpec, SourceSummary } from './source.ts';
import type { CopyRequest, KeptFile, WorkspaceListing } from './workspace.ts';

/**
 * Messages between a client (extension host or command line) and the query process, over Node's IPC channel.
 * Every client message with an `id` is answered by exactly one `done` or `failed` with that id; `progress`,
 * `header` and `rows` may come before it. `rows` slices are acknowledged, so that a slow reader slows the engine.
 */
export type ClientMessage =
  | { readonly type: 'open'; readonly id: number; readonly sourceId: string; readonly spec: SourceSpec; /** Folder for loaded sources and spilling; a temporary one when absent. */ readonly storage?: string; /** Ask anew for what is remembered of a workspace. */ readonly refresh?: boolean }
  | { readonly type: 'close'; readonly id: number; readonly sourceId: string }
  | { readonly type: 'query'; readonly id: number; readonly sourceId: string; readonly request: QueryRequest }
  /** The SQL of a query on a local source, for those who want to see it. */
  | { readonly type: 'explain'; readonly id: number; readonly sourceId: string; readonly request: QueryRequest }
  /** Tenants, subscriptions and workspaces that an account can see. */
  | { readonly type: 'listWorkspaces'; readonly id: number; readonly access: WorkspaceAccess; readonly storage?: string }
  /** Parquet files of a source's records, which the local source opens. */
  | { readonly type: 'keepCopy'; readonly id: number; readonly sourceId: string; readonly copy: CopyRequest }
  /** The rows in which the answers of two sources differ, with a column that says which has them. */
  | { readonly type: 'compare'; readonly id: number; readonly sourceId: string; readonly otherSourceId: string; readonly request: QueryRequest }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'ack'; readonly id: number }
  | { readonly type: 'token'; readonly tokenId: number; readonly token?: string; readonly expiresOn?: number; readonly error?: string };

export type EngineMessage =
  | { readonly type: 'ready'; readonly processId: number }
  | { readonly type: 'progress'; readonly id: number; readonly message: string; /** 0 to 1, absent when unknown. */ readonly fraction?: number }
  | { readonly type: 'header'; readonly id: number; readonly header: ResultHeader }
  | { readonly type: 'rows'; readonly id: number; readonly rows: readonly Row[] }
  | { readonly type: 'done'; readonly id: number; readonly value: EngineValue }
  | { readonly type: 'failed'; readonly id: number; readonly problems: readonly Problem[]; readonly cancelled: boolean }
  /** The engine needs an access token for a workspace (`auth: 'editor'`); answered by a `token` message. */
  | { readonly type: 'tokenRequest'; readonly tokenId: number; readonly scopes: readonly string[]; readonly claims?: string; readonly tenantId?: string; readonly clientId?: string; readonly cloud?: CloudId }
  | { readonly type: 'deviceCode'; readonly prompt: DeviceCodePrompt }
  /** One line for the log: a request to a service, without tokens and results. */
  | { readonly type: 'log'; readonly line: string };

export type EngineValue =
  | { readonly kind: 'opened'; readonly summary: SourceSummary }
  | { readonly kind: 'closed' }
  | { readonly kind: 'result'; readonly footer: ResultFooter }
  | { readonly kind: 'sql'; readonly sql: string }
  | { readonly kind: 'workspaces'; readonly listing: WorkspaceListing }
  | { readonly kind: 'copied'; readonly files: readonly KeptFile[] };
