// C0 and C1 controls, zero-width characters, and those that change direction: a log's text must not be able to
// move a terminal's cursor, hide letters or turn a name around.
const deceptive = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

const shortNames: Readonly<Record<string, string>> = { '\n': '⏎', '\r': '␍', '\t': '⇥' };

/** Text from a log as one line in which every character can be seen: controls and direction marks become `␍`, `⏎`, `⟨U+202E⟩`. */
export function visibleText(text: string): string {
  return text.replace(deceptive, (character) => shortNames[character] ?? `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** `visibleText` cut to a length in characters (at a whole code point), ending in `…` when something was left out. */
export function visibleTextUpTo(text: string, length: number): string {
  const characters = Array.from(visibleText(text.slice(0, length * 4 + 4)));
  const whole = characters.length <= length && text.length <= length * 4 + 4;
  return whole ? characters.join('') : `${characters.slice(0, Math.max(0, length - 1)).join('')}…`;
}
