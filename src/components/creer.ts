type Enfant = Node | string;

/** An element with its attributes (undefined = none) and children; strings become text, never markup (ENGINEERING § 0.6). */
export function creer<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | undefined> = {},
  ...children: Enfant[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
