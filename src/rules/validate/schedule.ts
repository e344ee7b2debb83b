import { isMap } from 'yaml';
import { ticksPerDay, ticksPerSecond, type Span } from '../../base/index.ts';
import type { TreeNode } from '../../kql/index.ts';
import { formatShortDuration, parseDuration } from '../model/duration.ts';
import { fieldOf, isArmExpression, textOf, type RuleField } from '../model/ruleView.ts';
import { finding, nearest, replaceWith, valueSpan, type RuleCheck, type RuleContext, type RuleFinding } from './check.ts';
import { walk } from './queryFacts.ts';

const minute = 60n * ticksPerSecond;
const hour = 60n * minute;
const shortest = 5n * minute;
const longest = 14n * ticksPerDay;

/** IT110 durations, IT111 their limits, IT112 period against frequency, IT113 long look-backs, IT115 a query that looks back further. */
export const checkSchedule: RuleCheck = function* (context) {
  const { rule } = context;
  if (rule.kind === 'NRT') {
    for (const name of ['queryFrequency', 'queryPeriod', 'triggerOperator', 'triggerThreshold']) {
      const field = rule.field(name);
      if (field) yield finding('IT116', 'information', field.keySpan, `A near-real-time rule runs every minute on what arrived in the last one and alerts on any row; "${name}" has no effect.`);
    }
  }
  if (rule.kind !== 'Scheduled') return;
  const frequency = yield* duration(context, 'queryFrequency', shortest, longest);
  const period = yield* duration(context, 'queryPeriod', shortest, longest);
  const periodField = rule.field('queryPeriod');
  if (frequency !== undefined && period !== undefined && periodField) {
    if (period < frequency) {
      yield finding('IT112', 'error', periodField.span, `The rule looks back ${formatShortDuration(period)} but runs only every ${formatShortDuration(frequency)}: what happens in between is never looked at, and the service refuses it.`);
    }
    const frequencyField = rule.field('queryFrequency');
    if (period >= 2n * ticksPerDay && frequency < hour && frequencyField) {
      yield finding('IT113', 'error', frequencyField.span, 'A rule that looks back two days or more may run once an hour at most.');
    }
    yield* looksBackFurther(context, period);
  }
};

function* duration({ rule }: RuleContext, name: string, least: bigint, most: bigint): Generator<RuleFinding, bigint | undefined> {
  const field = rule.field(name);
  const text = rule.text(name);
  if (!field || text === undefined) return undefined;
  const ticks = parseDuration(text);
  if (ticks === undefined) {
    yield finding('IT110', 'error', field.span, `"${text.slice(0, 40)}" is no duration. Write ${rule.format === 'arm' ? 'PT5M, PT1H or P14D' : '5m, 1h or 14d, or ISO 8601: PT5M, PT1H, P14D'}.`);
    return undefined;
  }
  if (rule.format === 'arm' && !text.startsWith('P')) {
    yield finding('IT110', 'error', field.span, `The service's API takes ISO 8601 only, such as PT5M or P14D; "${text}" is the short form of rule files.`);
  }
  if (ticks < least || ticks > most) {
    yield finding('IT111', 'error', field.span, `${name} has to be from ${formatShortDuration(least)} to ${formatShortDuration(most)}; this is ${formatShortDuration(ticks)}.`);
    return undefined;
  }
  return ticks;
}

/** `ago(30d)` in a rule that is handed the last day only. */
function* looksBackFurther({ rule, analysis }: RuleContext, period: bigint): Iterable<RuleFinding> {
  const field = rule.field('query');
  if (!analysis || !field || analysis.problems().some(({ severity }) => severity === 'error')) return;
  let furthest = 0n;
  for (const node of walk(analysis.tree())) {
    if (node.kind === 'FunctionCallExpression' && node.symbol?.name === 'ago') furthest = max(furthest, timespanOf(node) ?? 0n);
  }
  // A query may read a little further back, for events that arrive late; the window cuts that off all the same.
  if (furthest <= period) return;
  yield finding('IT115', 'information', field.keySpan, `The query asks for the last ${formatShortDuration(furthest)}, but the service hands it only the last ${formatShortDuration(period)} (queryPeriod).`);
}

function timespanOf(call: TreeNode): bigint | undefined {
  const argument = call.children.at(-1)?.children.find(({ kind }) => kind !== 'Token');
  const text = argument?.symbol?.kind === 'variable' ? argument.symbol.value : argument?.kind === 'LiteralExpression' ? argument.children[0]?.text : undefined;
  const match = /^(\d+)(d|h|m|s)$/.exec(text ?? '');
  return match ? parseDuration(match[0]) : undefined;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The spellings of rule files and of the API; both are taken from both. */
export const triggerOperators: Readonly<Record<string, 'gt' | 'lt' | 'eq' | 'ne'>> = {
  gt: 'gt', lt: 'lt', eq: 'eq', ne: 'ne', greaterthan: 'gt', lessthan: 'lt', equal: 'eq', equals: 'eq', notequal: 'ne', notequals: 'ne',
};

/** IT117 the operator, IT118 the threshold, IT144 event grouping, IT145 suppression. */
export const checkTrigger: RuleCheck = function* (context) {
  const { rule } = context;
  const operator = rule.field('triggerOperator');
  const name = rule.text('triggerOperator');
  if (operator && name !== undefined && !Object.hasOwn(triggerOperators, name.toLowerCase())) {
    yield finding('IT117', 'error', operator.span, `"${name.slice(0, 40)}" is no trigger operator. Write gt, lt, eq or ne (in a template: GreaterThan, LessThan, Equal, NotEqual).`);
  }
  const threshold = rule.field('triggerThreshold');
  const number = Number(rule.text('triggerThreshold') ?? '0');
  if (threshold && Number.isInteger(number) && (number < 0 || number > 10_000)) yield finding('IT118', 'error', threshold.span, 'The threshold is from 0 to 10,000.');
  yield* grouping(context);
  const enabled = /^true$/i.test(rule.text('suppressionEnabled') ?? '');
  const suppression = rule.field('suppressionDuration');
  if (suppression) yield* duration(context, 'suppressionDuration', shortest, ticksPerDay);
  else if (enabled) yield finding('IT145', 'error', rule.field('suppressionEnabled')?.span ?? rule.span, '"suppressionEnabled" needs a "suppressionDuration".');
};

const aggregationKinds = ['SingleAlert', 'AlertPerResult'];

function* grouping({ rule, text }: RuleContext): Iterable<RuleFinding> {
  const settings = rule.field('eventGroupingSettings')?.node;
  if (!isMap(settings)) return;
  const kind = fieldOf(settings, 'aggregationKind');
  const name = textOf(kind?.node ?? null);
  if (!kind || name === undefined || isArmExpression(name) || aggregationKinds.some((known) => known.toLowerCase() === name.toLowerCase())) return;
  const meant = nearest(name, aggregationKinds);
  yield finding('IT144', 'error', kind.span, `"${name.slice(0, 40)}" is no way to group events. It is SingleAlert (one alert for all rows) or AlertPerResult (one for each row).`, fixFor(text, kind, meant));
}

function fixFor(text: string, field: RuleField, meant: string | undefined): ReturnType<typeof replaceWith>[] {
  const span: Span = valueSpan(text, field);
  return meant === undefined ? [] : [replaceWith(`Use ${meant}`, span, meant)];
}
