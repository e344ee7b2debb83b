import type { Page } from 'playwright-core';

/** Texts in sight whose contrast with what lies behind them is below WCAG AA (4.5, or 3 for large and bold ones), each once. */
export async function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const parse = (text: string): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = ([r, g, b, a]: Colour, [br, bg, bb]: Colour): Colour => [r * a + br * (1 - a), g * a + bg * (1 - a), b * a + bb * (1 - a), 1];
    const light = ([r, g, b]: Colour): number => {
      const part = (value: number): number => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const behind = (node: Element): Colour => {
      const layers: Colour[] = [];
      for (let at: Element | null = node; at; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour[3] > 0) layers.push(colour);
        if (colour[3] >= 1) break;
      }
      return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255, 1]);
    };
    const faint = new Set<string>();
    for (const node of document.querySelectorAll('body *')) {
      const own = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent!.trim() !== '');
      if (!own || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (node.closest('.visually-hidden, [disabled], [aria-disabled="true"], style, script')) continue;
      const style = getComputedStyle(node);
      let opacity = 1;
      for (let at: Element | null = node; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      const background = behind(node);
      const given = parse(node instanceof SVGElement ? style.fill : style.color);
      const text = over([given[0], given[1], given[2], given[3] * opacity], background);
      const [high, low] = [light(text), light(background)].sort((left, right) => right - left) as [number, number];
      const ratio = (high + 0.05) / (low + 0.05);
      const large = Number.parseFloat(style.fontSize) >= 24 || (Number.parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5)) faint.add(`${node.getAttribute('class') ?? node.tagName}: ${ratio.toFixed(1)} (${node.textContent.trim().slice(0, 30)})`);
    }
    return [...faint].slice(0, 12);
  });
}
