/** JSON to stand in a `<script type="application/ld+json">`: no text of the data can end the element or open a comment. */
export const toJsonLd = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');
