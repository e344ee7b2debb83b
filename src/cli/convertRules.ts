import type { ConvertedFile } from '../protocol/index.ts';
import { armToYaml, yamlToArm } from '../rules/index.ts';

/**
 * Rules in the other form: YAML as one ARM template, a template as a YAML text for each rule. Throws ProblemError IT150 or
 * IT151 where there is no rule.
 */
export function convertRules(text: string): readonly ConvertedFile[] {
  if (!text.trimStart().startsWith('{')) return [{ name: 'azuredeploy.json', language: 'json', text: yamlToArm(text) }];
  const taken = new Set<string>();
  return armToYaml(text).map(({ name, yaml }) => ({ name: fileName(name, taken), language: 'yaml', text: yaml }));
}

/** A rule's name as a file's, different from those that are taken. */
function fileName(name: string, taken: Set<string>): string {
  const stem = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'rule';
  let file = `${stem}.yaml`;
  for (let number = 2; taken.has(file); number += 1) file = `${stem}-${String(number)}.yaml`;
  taken.add(file);
  return file;
}
