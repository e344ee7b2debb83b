import { finding, nearest, replaceWith, valueSpan, type RuleCheck, type RuleContext, type RuleFinding } from './check.ts';
import { itemsOf, spanOf, textOf } from '../model/ruleView.ts';
import { sentinelTactics, successorOfTechnique, tacticsOfTechnique } from '../mitre/techniques.ts';

export const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const severities = ['Informational', 'Low', 'Medium', 'High'];
const longestName = 256;
const longestDescription = 5000;

/** IT104 the ID, IT106 name and description, IT119 the severity, IT147 the version. */
export const checkNaming: RuleCheck = function* ({ rule, text }) {
  const id = rule.format === 'yaml' ? rule.field('id') : undefined;
  const idText = rule.text('id');
  if (id && idText !== undefined && !guidPattern.test(idText)) {
    yield finding('IT104', 'error', id.span, `"${idText.slice(0, 60)}" is no GUID. The ID names the rule for its whole life; write one that uuidgen makes.`);
  }
  yield* tooLong(rule, 'name', longestName);
  yield* tooLong(rule, 'description', longestDescription);
  const severity = rule.field('severity');
  const level = rule.text('severity');
  if (severity && level !== undefined && !severities.includes(level)) {
    const meant = nearest(level, severities);
    const fixes = meant === undefined ? [] : [replaceWith(`Use ${meant}`, valueSpan(text, severity), meant)];
    yield finding('IT119', 'error', severity.span, `"${level.slice(0, 60)}" is no severity. It is one of ${severities.join(', ')}, spelt so.`, fixes);
  }
  const version = rule.format === 'yaml' ? rule.field('version') : undefined;
  const number = rule.text('version');
  if (version && number !== undefined && !/^\d+\.\d+\.\d+$/.test(number)) {
    yield finding('IT147', 'warning', version.span, `A version is three numbers, such as 1.0.0; "${number.slice(0, 30)}" is none.`);
  }
};

function* tooLong(rule: RuleContext['rule'], name: 'name' | 'description', most: number): Iterable<RuleFinding> {
  const field = rule.field(name);
  const length = rule.text(name)?.length ?? 0;
  if (field && length > most) yield finding('IT106', 'error', field.span, `The ${name} has ${String(length)} characters; the service takes ${String(most)}.`);
}

/** IT120 tactics, IT121 techniques, IT122 a technique without its tactic, IT123 withdrawn techniques, IT124 named twice. */
export const checkMitre: RuleCheck = function* ({ rule, text }) {
  const tactics: string[] = [];
  for (const item of itemsOf(rule.field('tactics')?.node ?? null)) {
    const tactic = textOf(item);
    if (tactic === undefined) continue;
    const span = spanOf(item);
    if (tactics.includes(tactic)) yield finding('IT124', 'warning', span, `${tactic} is named twice.`);
    tactics.push(tactic);
    if ((sentinelTactics as readonly string[]).includes(tactic)) continue;
    const meant = tactic === 'Stealth' || tactic === 'DefenseImpairment' ? 'DefenseEvasion' : nearest(tactic, sentinelTactics);
    const fixes = meant === undefined ? [] : [replaceWith(`Use ${meant}`, valueSpan(text, { span }), meant)];
    yield finding('IT120', 'error', span, `Sentinel has no tactic "${tactic.slice(0, 60)}".${meant === undefined ? ` It has ${sentinelTactics.join(', ')}.` : ` It spells it ${meant}.`}`, fixes);
  }
  const seen = new Set<string>();
  for (const name of rule.format === 'arm' ? ['relevantTechniques', 'subTechniques'] : ['relevantTechniques']) {
    for (const item of itemsOf(rule.field(name)?.node ?? null)) {
      const technique = textOf(item);
      if (technique === undefined) continue;
      const span = spanOf(item);
      if (seen.has(technique)) yield finding('IT124', 'warning', span, `${technique} is named twice.`);
      seen.add(technique);
      yield* checkTechnique(technique, tactics, span, text);
    }
  }
};

/** Techniques of the matrix for industrial control systems, which Sentinel takes as well. */
const industrial = /^T0\d{3}(?:\.\d{3})?$/;

function* checkTechnique(technique: string, tactics: readonly string[], span: RuleFinding['span'], text: string): Iterable<RuleFinding> {
  if (!/^T\d{4}(?:\.\d{3})?$/.test(technique)) {
    const upper = technique.trim().toUpperCase();
    const fixes = /^T\d{4}(?:\.\d{3})?$/.test(upper) ? [replaceWith(`Write ${upper}`, valueSpan(text, { span }), upper)] : [];
    yield finding('IT121', 'error', span, `"${technique.slice(0, 60)}" is no technique ID. One looks like T1098 or T1098.001.`, fixes);
    return;
  }
  if (industrial.test(technique)) return;
  const successor = successorOfTechnique(technique);
  if (successor !== undefined) {
    yield finding('IT123', 'information', span, `ATT&CK 19 withdrew ${technique}; ${successor} stands for it.`, [replaceWith(`Use ${successor}`, valueSpan(text, { span }), successor)]);
    return;
  }
  const belongs = tacticsOfTechnique(technique);
  if (!belongs) {
    yield finding('IT121', 'warning', span, `ATT&CK Enterprise 19.2 has no technique ${technique}.`);
  } else if (belongs.length > 0 && tactics.length > 0 && !belongs.some((tactic) => tactics.includes(tactic))) {
    yield finding('IT122', 'information', span, `${technique} belongs to ${belongs.join(', ')}; the rule names none of ${belongs.length > 1 ? 'them' : 'that'} as a tactic, and Microsoft's content checks refuse that.`);
  }
}
