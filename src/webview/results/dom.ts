type AttributeValue = string | number | boolean | undefined;

/** Attributes of `element`: `class`, `role`, `aria-…`, `data-…` and the like; false and undefined leave one out. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/**
 * Makes an element. Children that are strings become text nodes and nothing else: this is the only way in which
 * texts of a log reach the page.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** The same for SVG. */
export function svgElement<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly (Node | string)[]): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** One of VS Code's icons; it says nothing to a screen reader. */
export function icon(name: string): HTMLSpanElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

export interface ButtonLook {
  readonly icon?: string;
  readonly label: string;
  /** Shown on hover; the label when absent. */
  readonly title?: string;
  readonly class?: string;
}

/** A button with an icon and a label, which narrow pages hide from sight only. */
export function button(look: ButtonLook, press: (event: MouseEvent) => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look.class ?? 'tool', title: look.title ?? look.label, 'aria-label': look.label });
  if (look.icon) made.append(icon(look.icon));
  made.append(element('span', { class: 'tool-label' }, look.label));
  made.addEventListener('click', press);
  return made;
}

/** A button that is only an icon. */
export function iconButton(look: { readonly icon: string; readonly label: string }, press: (event: MouseEvent) => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'icon-button', title: look.label, 'aria-label': look.label }, icon(look.icon));
  made.addEventListener('click', press);
  return made;
}
