const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as HTML: nothing in them can open a tag, an attribute or an entity. */
export const escapeHtml = (texte: string): string => texte.replace(/[&<>"']/g, (sign) => ENTITES[sign] ?? sign);

/** What the templates and Astro write as entities, for a reader of source code: as themselves they take a third of the bytes. */
const EN_CLAIR: Record<string, string> = { '&nbsp;': '\u00a0', '&#8239;': '\u202f', '&#39;': "'" };
const ENTITE = new RegExp(Object.keys(EN_CLAIR).join('|'), 'g');

/** The same page with its no-break spaces and apostrophes as characters. Scripts and style sheets, whose hashes are known, are left as they are. */
export const decodeEntities = (html: string): string =>
  html
    .split(/(<(?:script|style)[\s>][^]*?<\/(?:script|style)>)/)
    .map((part, rank) => (rank % 2 === 1 ? part : part.replace(ENTITE, (entity) => EN_CLAIR[entity] ?? entity)))
    .join('');
