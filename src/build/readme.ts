import { createProgram } from '../cli/program.ts';
import { processTerminal } from '../cli/terminal.ts';
import { contributions, type CommandContribution, type SettingContribution } from '../extension/index.ts';
import { scenarios } from '../scenarios/index.ts';

/** The generated sections of README.md, by the name in their opening comment. */
const sections: Readonly<Record<string, () => string>> = {
  scenarios: () => table(['scenario', 'what it answers'], scenarios.map(({ id, title, answers }) => [`\`${id}\``, `**${title}.** ${answers}`])),
  cli: commandLine,
  commands: () => table(['command', 'ID for key bindings', 'keys'], paletteCommands()),
  settings: () => table(['setting', 'default', 'what it does'], Object.entries(contributions.settings as Readonly<Record<string, SettingContribution>>).map(([key, { default: standard, markdownDescription }]) => [`\`${key}\``, `\`${JSON.stringify(standard)}\``, markdownDescription])),
};

/** The text of README.md with its generated sections written anew; what stands between them stays. */
export function writeReadme(readme: string): string {
  return Object.entries(sections).reduce((text, [name, write]) => {
    const section = new RegExp(`(<!-- generated: ${name} -->\\n)[^]*?(<!-- end -->)`);
    if (!section.test(text)) throw new Error(`README.md has no section "<!-- generated: ${name} -->".`);
    return text.replace(section, (_, opening: string, closing: string) => `${opening}${write()}\n${closing}`);
  }, readme);
}

/** Commands of the palette, where each stands under "Identity Trail:"; those for menus only are found in the menus. */
function paletteCommands(): readonly (readonly string[])[] {
  const keys = new Map<string, string>(contributions.keybindings.map(({ command, key }) => [command, key]));
  return (Object.entries(contributions.commands) as readonly (readonly [string, CommandContribution])[])
    .filter(([, { palette }]) => palette !== false)
    .map(([id, { title }]) => [title, `\`${id}\``, (keys.get(id) ?? '').split('+').map((key) => key.charAt(0).toUpperCase() + key.slice(1)).join('+')]);
}

function commandLine(): string {
  const commands = [...createProgram(processTerminal(), () => undefined).commands].sort((left, right) => (left.name() < right.name() ? -1 : 1));
  const usages = commands.map((command) => {
    const help = command.createHelp();
    const options = help.visibleOptions(command).filter(({ long }) => long !== '--help').map((option) => `  ${help.optionTerm(option).padEnd(24)}${help.optionDescription(option)}`);
    return [`identity-trail ${command.name()} ${command.usage()}`, `  ${command.description()}`, ...options].join('\n');
  });
  return ['```', usages.join('\n\n'), '```'].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
