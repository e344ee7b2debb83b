/** How a case inside the extension host went. */
export interface CaseResult {
  readonly name: string;
  readonly error?: string;
  /** A figure worth printing. */
  readonly note?: string;
}
