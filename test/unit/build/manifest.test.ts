import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestPart, writeManifest } from '../../../src/build/manifest.ts';
import { contributions, type CommandContribution, type SettingContribution } from '../../../src/extension/index.ts';

const file = path.resolve('package.json');
const written = (): string => writeManifest(readFileSync(file, 'utf8'));
const commandIds = Object.keys(contributions.commands);
const text = JSON.stringify(manifestPart());

describe('the manifest part of package.json', () => {
  it('is what the contributions table says; UPDATE_GENERATED=1 writes it anew', () => {
    if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(file, written());
    expect(readFileSync(file, 'utf8')).toBe(written());
  });

  it('keeps what is not its own', () => {
    const before = { name: 'x', version: '1.2.3', devDependencies: { a: '1' }, scripts: { b: 'c' }, allowScripts: { d: true } };
    expect(JSON.parse(writeManifest(JSON.stringify(before)))).toMatchObject(before);
  });

  it('names only files that are there', () => {
    const { contributes } = manifestPart() as { contributes: { languages: { configuration: string }[]; grammars: { path: string }[]; snippets: { path: string }[]; viewsContainers: { activitybar: { icon: string }[] }; walkthroughs: { steps: { media: { svg?: string; markdown?: string } }[] }[] } };
    const files = [
      'media/icon.png',
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.snippets.map((snippet) => snippet.path),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg ?? media.markdown ?? '')),
    ];
    expect(files.filter((name) => !existsSync(path.resolve(name)))).toEqual([]);
  });
});

describe('the contributions table', () => {
  it('has no command that no in-editor test gives or clicks, by its ID or its title', () => {
    const tests = readdirSync('test/editor', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(path.join('test/editor', name), 'utf8')).join('\n');
    const support = readFileSync('test/support/vscode/workbench.ts', 'utf8');
    const untested = Object.entries<CommandContribution>(contributions.commands).filter(([id, { title }]) => !new RegExp(`${id}\\b`).test(tests + support) && !tests.includes(`'${title}'`));
    expect(untested.map(([id]) => id)).toEqual([]);
  });

  it('names in menus, keys, welcome texts and the walkthrough only commands that exist', () => {
    const named = [...text.matchAll(/(?:"command":"|command:|onCommand:)(identityTrail\.[A-Za-z.]+)/g)].map(([, id]) => id ?? '');
    const views = Object.keys(contributions.views).map((id) => `${id}.focus`);
    expect(named.length).toBeGreaterThan(commandIds.length);
    expect(named.filter((id) => !commandIds.includes(id) && !views.includes(id))).toEqual([]);
  });

  it('gives every command that is out of the palette a place elsewhere', () => {
    const elsewhere = JSON.stringify([contributions.menus, contributions.viewsWelcome, contributions.keybindings]);
    const hidden = Object.entries(contributions.commands as Readonly<Record<string, CommandContribution>>).filter(([, { palette }]) => palette === false).map(([id]) => id);
    // These two are only ever a click on a node of the tree.
    expect(hidden.filter((id) => !elsewhere.includes(`"${id}"`))).toEqual(['identityTrail.showMoreIdentities']);
  });

  it('gives every command with a button an icon', () => {
    const buttons = [...contributions.menus['view/title'], ...contributions.menus['view/item/context']].filter(({ group }) => /^(inline|navigation)/.test(group)).map(({ command }) => command);
    const commands: Readonly<Record<string, CommandContribution>> = contributions.commands;
    expect(buttons.filter((id) => commands[id]?.icon === undefined)).toEqual([]);
  });

  it('has commands whose title ends in an ellipsis only where they ask for more', () => {
    const asking = commandIds.filter((id) => (contributions.commands as Readonly<Record<string, CommandContribution>>)[id]?.title.endsWith('…'));
    expect(asking.every((id) => /add|switch|remove|filter|sort|ForIdentity|WithParameters|choose|keep|compare/i.test(id))).toBe(true);
  });

  it('has settings whose default is of their type and within their bounds', () => {
    for (const [key, setting] of Object.entries(contributions.settings as Readonly<Record<string, SettingContribution>>)) {
      const { type, default: standard, minimum, maximum } = setting;
      expect(typeof standard, key).toBe(type === 'integer' ? 'number' : type);
      if (typeof standard === 'number') expect(standard >= (minimum ?? -Infinity) && standard <= (maximum ?? Infinity), key).toBe(true);
      expect(setting.enum === undefined || setting.enum.some((value) => value === standard), key).toBe(true);
      expect(setting.enum?.length, key).toBe(setting.enumDescriptions?.length);
    }
  });

  it('lets a folder that is not trusted neither open a source nor run anything', () => {
    const { capabilities } = manifestPart() as { capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: readonly string[] } } };
    expect(capabilities.untrustedWorkspaces.supported).toBe('limited');
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(['identityTrail.openSampleOnStart', 'identityTrail.reopenLastSource']);
  });
});
