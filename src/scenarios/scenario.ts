/** The scalar a parameter takes; a `timespan` is written as in KQL (`90m`), a `datetime` as ISO. */
export interface ScenarioParameter {
  /** The name of the `let` in the scenario's KQL. */
  readonly name: string;
  readonly type: 'string' | 'long' | 'timespan' | 'datetime' | 'bool';
  readonly default: string;
  readonly description: string;
  /** `identity`: takes a service principal object ID, application ID or exact display name; the tree fills it in. */
  readonly role?: 'identity' | 'window' | 'lookback';
}

/** Columns the timeline draws; the shape of `TimelineSpec` in the protocol, which this layer may not import. */
export interface ScenarioTimeline {
  readonly time: string;
  readonly label: string;
  readonly lane?: string;
  readonly followedTime?: string;
  readonly followedLabel?: string;
  readonly evidence?: string;
  readonly signInKey?: string;
}

/** A prebuilt correlation and the words that tell what it can and cannot show. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** The question it answers. */
  readonly answers: string;
  /** How records are matched, and by which evidence. */
  readonly matches: string;
  readonly cannotTell: string;
  /** What was wrong with the published query this one replaces. */
  readonly mends?: string;
  readonly parameters: readonly ScenarioParameter[];
  /** Log Analytics tables it reads; it runs without some of them and then knows less. */
  readonly tables: readonly string[];
  readonly tags: readonly string[];
  readonly timeline?: ScenarioTimeline;
  /** Valid KQL as it stands; begins with one `let` line per parameter, holding the defaults. */
  readonly query: string;
}
